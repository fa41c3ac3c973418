/** The catalogue as DCAT 3 in JSON-LD: all figures as one dataset, and each disclosure as its own. */
import { kindOf } from '@mingsuan/core/model/document-kinds';
import { type CatalogDataset, type CatalogFacts, DATASETS, type Dataset, type DataVersions } from '@mingsuan/store';
import { LICENCE } from '../../licence.ts';
import { versionOf } from './versions.ts';

const AUTHORITY = 'http://publications.europa.eu/resource/authority/';
const MEDIA = 'https://www.iana.org/assignments/media-types/';

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  hydra: 'http://www.w3.org/ns/hydra/core#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

const zh = (value: string): object => ({ '@value': value, '@language': 'zh-CN' });
const both = ([chinese, english]: readonly [string, string]): object[] => [
  zh(chinese),
  { '@value': english, '@language': 'en' },
];
const link = (id: string): object => ({ '@id': id });
/** What is told elsewhere, with its class: the shapes of DCAT-AP ask for it, and follow no link to find out. */
const known = (type: string, id: string): object => ({ '@id': id, '@type': type });
const typed = (value: string, type: string): object => ({ '@value': value, '@type': `xsd:${type}` });
const agent = (name: string, more: object = {}): object => ({
  '@type': ['foaf:Agent', 'foaf:Organization'],
  'foaf:name': zh(name),
  ...more,
});

const PUBLISHER = agent('明算');
const LICENCED = { 'dct:license': known('dct:LicenseDocument', LICENCE.url) } as const;
/** Told once, at the catalogue: the kind of the licence, and where the themes are from. */
const LICENCE_KIND = {
  'dct:license': {
    ...LICENCED['dct:license'],
    'dct:type': {
      ...known('skos:Concept', 'http://purl.org/adms/licencetype/Attribution'),
      'skos:prefLabel': both(['署名', 'Attribution']),
    },
  },
} as const;
const THEMES = {
  'dcat:themeTaxonomy': {
    ...known('skos:ConceptScheme', `${AUTHORITY}data-theme`),
    'dct:title': both(['数据主题', 'Data theme']),
  },
} as const;
const COUNTRY = { 'dct:spatial': known('dct:Location', `${AUTHORITY}country/CHN`) } as const;
const ACCRUAL = { 'dct:accrualPeriodicity': known('dct:Frequency', `${AUTHORITY}frequency/IRREG`) } as const;

/** What every dataset here is about. */
const ABOUT = {
  'dct:publisher': PUBLISHER,
  'dcat:theme': {
    ...known('skos:Concept', `${AUTHORITY}data-theme/GOVE`),
    'skos:prefLabel': both(['政府与公共部门', 'Government and public sector']),
  },
  'dcat:keyword': both(['部门预算', 'departmental budget']).concat(both(['部门决算', 'final accounts'])),
  ...LICENCED,
} as const;

export interface CatalogPage {
  /** `https://host/api/v1` */
  readonly base: string;
  readonly facts: CatalogFacts;
  readonly versions: DataVersions;
  readonly datasets: readonly CatalogDataset[];
  readonly next?: string | undefined;
}

/** One page of the catalogue, as JSON-LD. */
export function catalog({ base, facts, versions, datasets, next }: CatalogPage): object {
  return {
    '@context': CONTEXT,
    '@id': `${base}/catalog.jsonld`,
    '@type': 'dcat:Catalog',
    'dct:title': both(['部门预算、决算公开数据', 'Departmental budgets and final accounts as published']),
    'dct:description': both([
      '从公开文本读出的报表数据：每个数都注明单位、年度、报表、行列，和它在原文件里的位置。',
      'Tables as read from published documents: each figure with its agency, year, table, row, column, and its place in the source file.',
    ]),
    'dct:publisher': PUBLISHER,
    'dct:language': known('dct:LinguisticSystem', `${AUTHORITY}language/ZHO`),
    'foaf:homepage': known('foaf:Document', new URL('/', base).href),
    ...LICENCE_KIND,
    ...THEMES,
    ...COUNTRY,
    ...(facts.modifiedAt ? { 'dct:modified': typed(facts.modifiedAt, 'dateTime') } : {}),
    'dcat:dataset': [
      whole(base, facts, versions),
      ...DATASETS.filter(({ id }) => id !== 'facts').map((dataset) => bulk(base, dataset, facts, versions)),
      ...datasets.map((dataset) => datasetOf(base, dataset)),
    ],
    ...(next
      ? {
          'hydra:view': {
            '@type': 'hydra:PartialCollectionView',
            'hydra:next': link(`${base}/catalog.jsonld?cursor=${next}`),
          },
        }
      : {}),
  };
}

type FileKind = readonly [title: string, media: string, format: string];

const CSV: FileKind = ['CSV', 'text/csv', 'CSV'];
const JSON_FILE: FileKind = ['JSON', 'application/json', 'JSON'];
const WORKBOOK: FileKind = [
  'Excel 工作簿',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'XLSX',
];
const PARQUET: FileKind = ['Parquet', 'application/vnd.apache.parquet', 'PARQUET'];

const BULK_FILES: Readonly<Record<string, FileKind>> = { csv: CSV, json: JSON_FILE, parquet: PARQUET, xlsx: WORKBOOK };

/** A bulk file in all its formats, with its dictionary. */
const bulk = (base: string, dataset: Dataset, { years }: CatalogFacts, versions: DataVersions): object => {
  const { id, title, description } = dataset;
  return {
    '@id': `${base}/exports/${id}`,
    '@type': 'dcat:Dataset',
    'dct:title': both(title),
    'dct:description': both(description),
    ...versioned(dataset, versions),
    ...ACCRUAL,
    ...ABOUT,
    ...COUNTRY,
    ...(id === 'codes' ? {} : period(years[0], years.at(-1))),
    'dct:conformsTo': known('dct:Standard', `${base}/exports/datapackage.json`),
    'dcat:distribution': bulkFiles(base, id),
  };
};

const bulkFiles = (base: string, id: string): readonly object[] =>
  Object.entries(BULK_FILES).map(([extension, kind]) => distribution(`${base}/exports/${id}.${extension}`, kind));

/** In which version of the data it last changed, and when. */
function versioned(dataset: Dataset, versions: DataVersions): object {
  const version = versionOf(dataset, versions);
  return version ? { 'dcat:version': String(version.version), 'dct:modified': typed(version.at, 'dateTime') } : {};
}

function whole(base: string, held: CatalogFacts, versions: DataVersions): object {
  const { years, agencies, disclosures, facts, regions } = held;
  return {
    '@id': `${base}/exports`,
    '@type': 'dcat:Dataset',
    'dct:title': both(['全部数据', 'All figures']),
    'dct:description': both([
      `${agencies} 个部门和单位的 ${disclosures} 份公开文本，${facts} 个数。`,
      `${facts} figures in ${disclosures} disclosures of ${agencies} departments and units.`,
    ]),
    ...ACCRUAL,
    ...ABOUT,
    ...versioned(DATASETS[0]!, versions),
    ...period(years[0], years.at(-1)),
    'dct:spatial': regions.flatMap(({ name }) => (name ? [place(name)] : [])),
    'dcat:distribution': bulkFiles(base, 'facts'),
  };
}

const OWN_FILES: Readonly<Record<string, FileKind>> = {
  'data.csv': CSV,
  'data.xlsx': WORKBOOK,
  'datapackage.json': ['Fiscal Data Package', 'application/json', 'JSON'],
};

function datasetOf(base: string, dataset: CatalogDataset): object {
  const { disclosureId, agency, agencyCode, regionName, year, stage, importedAt, facts } = dataset;
  const own = `${base}/disclosures/${disclosureId}`;
  const title = `${agency}${year ? `${year}年` : ''}${kindOf(stage).name}`;
  return {
    '@id': own,
    '@type': 'dcat:Dataset',
    'dct:title': zh(title),
    'dct:description': zh(`${title}公开文本里的 ${facts} 个数。`),
    'dct:identifier': String(disclosureId),
    'dct:creator': agent(agency, agencyCode ? { 'dct:identifier': agencyCode } : {}),
    ...ABOUT,
    'dct:modified': typed(importedAt, 'dateTime'),
    ...(year ? period(year, year) : {}),
    ...(regionName ? { 'dct:spatial': place(regionName) } : {}),
    'dcat:distribution': Object.entries(OWN_FILES).map(([name, kind]) => distribution(`${own}/${name}`, kind)),
  };
}

const place = (name: string): object => ({ '@type': 'dct:Location', 'dct:title': zh(name) });

function period(from: number | undefined, to: number | undefined): object {
  if (from === undefined || to === undefined) return {};
  return {
    'dct:temporal': {
      '@type': 'dct:PeriodOfTime',
      'dcat:startDate': typed(`${from}-01-01`, 'date'),
      'dcat:endDate': typed(`${to}-12-31`, 'date'),
    },
  };
}

const distribution = (url: string, [title, media, format]: FileKind): object => ({
  '@type': 'dcat:Distribution',
  'dct:title': zh(title),
  'dcat:downloadURL': link(url),
  'dcat:accessURL': link(url),
  'dcat:mediaType': known('dct:MediaType', MEDIA + media),
  'dct:format': known('dct:MediaTypeOrExtent', `${AUTHORITY}file-type/${format}`),
  ...LICENCED,
});
