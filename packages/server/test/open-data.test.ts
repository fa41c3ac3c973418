/** What describes the open data holds by the standards it names, and every place says one licence. */
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Api } from '../src/http/env.ts';
import { LICENCE } from '../src/licence.ts';
import { agencyPage } from '../src/modules/portal/agencies/contract.ts';
import { DCAT_AP } from './dcat-ap.ts';
import { type Fixture, openFixture } from './fixture.ts';

let fixture: Fixture;
let app: Api;
/** A disclosure's own address. */
let own: string;

beforeAll(async () => {
  fixture = await openFixture();
  app = fixture.appWith({ publicUrl: 'https://a.gov.cn' });
  const { items } = agencyPage.parse(await json('/agencies?region=130110&year=2021'));
  own = `/disclosures/${items[0]!.years[0]!.disclosureId}`;
});
afterAll(() => fixture.close());

const json = async (path: string) => (await app.request(`/api/v1${path}`)).json();

/** Every value of a property, however deep it stands. */
function valuesOf(value: unknown, key: string): unknown[] {
  if (Array.isArray(value)) return value.flatMap((one) => valuesOf(one, key));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]) => [...(name === key ? [inner] : []), ...valuesOf(inner, key)]);
}

/** Every name and type that stands in JSON-LD. */
function termsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(termsOf);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === '@type' ? [String(inner)] : name.startsWith('@') ? [] : [name, ...termsOf(inner)],
  );
}

describe('by the standards', () => {
  const { $schema: _draft4, ...published } = JSON.parse(
    readFileSync(new URL('data/fiscal-data-package.schema.json', import.meta.url), 'utf8'),
  );
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });

  test('a disclosure is a Fiscal Data Package by its published schema', async () => {
    const validate = ajv.compile(published);
    validate(await json(`${own}/datapackage.json`));
    expect(validate.errors ?? []).toEqual([]);
  });

  test('the dictionary is a Tabular Data Package by its published schema', async () => {
    const validate = ajv.compile(published.allOf[0]);
    validate(await json('/exports/datapackage.json'));
    expect(validate.errors ?? []).toEqual([]);
  });

  test('the catalogue has what DCAT-AP asks for, in terms that its context explains', async () => {
    const catalogue = await json('/catalog.jsonld');
    const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(DCAT_AP);
    validate(catalogue);
    expect(validate.errors ?? []).toEqual([]);
    const { '@context': context, ...rest } = catalogue;
    const prefixes = new Set(termsOf(rest).map((term) => term.split(':')[0]!));
    expect([...prefixes].filter((prefix) => !(prefix in context))).toEqual([]);
    const ids = rest['dcat:dataset'].map((dataset: { '@id': string }) => dataset['@id']);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each([
    ['a catalogue of nobody', 'dct:publisher'],
    ['one without a title', 'dct:title'],
  ])('%s is not taken', async (_, property) => {
    const { [property]: _gone, ...catalogue } = await json('/catalog.jsonld?limit=1');
    expect(new Ajv2020({ allowUnionTypes: true }).compile(DCAT_AP)(catalogue)).toBe(false);
  });
});

describe('one licence', () => {
  test('the catalogue, its datasets and their files', async () => {
    const catalogue = await json('/catalog.jsonld');
    const said = valuesOf(catalogue, 'dct:license');
    const files = valuesOf(catalogue, 'dcat:distribution').flat();
    expect(said).toHaveLength(1 + catalogue['dcat:dataset'].length + files.length);
    expect(new Set(said.map((one) => (one as { '@id': string })['@id']))).toEqual(new Set([LICENCE.url]));
  });

  test.each(['the dictionary', 'a disclosure'])('the data package of %s', async (of) => {
    const { licenses } = await json(`${of === 'a disclosure' ? own : '/exports'}/datapackage.json`);
    expect(licenses).toEqual([{ name: LICENCE.id, path: LICENCE.url, title: LICENCE.title }]);
  });

  test.each(['csv', 'json', 'parquet', 'xlsx'])('a bulk file as %s', async (format) => {
    await comesWithLicence(`/exports/agencies.${format}`);
  });

  test.each(['csv', 'xlsx'])('the %s of a disclosure', async (format) => {
    await comesWithLicence(`${own}/data.${format}`);
  });

  test('a feed is named after its region, and says of a text once of which level it is', async () => {
    const feed = await json('/feeds/feed.json?region=130110');
    expect(feed.title).toBe('明算：河北省石家庄市鹿泉区 新收录');
    for (const { title } of feed.items) expect(title).toMatch(/^[^（）]+（(?:部门|单位|本级)）\d{4}年[^（）]+$/);
  });

  test('the API, its page and the feed', async () => {
    const { info } = await (await app.request('/api/openapi.json')).json();
    expect(info.license).toEqual({ name: LICENCE.title, url: LICENCE.url });
    expect(await (await app.request('/api/docs')).text()).toContain(`<a href="/data">${LICENCE.title}</a>`);
    expect(await (await app.request('/api/v1/feeds/atom.xml')).text()).toContain(
      `<link rel="license" href="${LICENCE.url}"/>`,
    );
  });
});

async function comesWithLicence(path: string): Promise<void> {
  const answer = await app.request(`/api/v1${path}`);
  await answer.arrayBuffer();
  expect([answer.status, answer.headers.get('link')]).toEqual([200, `<${LICENCE.url}>; rel="license"`]);
}
