/** What DCAT-AP 3 makes mandatory, and the shape of what it recommends, as a JSON Schema of our JSON-LD. */

const text = {
  type: 'object',
  required: ['@value', '@language'],
  properties: { '@value': { type: 'string', minLength: 1 }, '@language': { type: 'string' } },
} as const;

/** In one language, or once in each of several. */
const texts = { anyOf: [text, { type: 'array', minItems: 2, uniqueItems: true, items: text }] } as const;

const resource = {
  type: 'object',
  required: ['@id'],
  properties: { '@id': { type: 'string', pattern: '^https?://' } },
} as const;

const agent = {
  type: 'object',
  required: ['@type', 'foaf:name'],
  properties: { '@type': { type: 'array', contains: { const: 'foaf:Agent' } }, 'foaf:name': text },
} as const;

/** What is told elsewhere: the shapes ask for its class where it is named. */
const known = (type: string) => ({
  type: 'object',
  required: ['@id', '@type'],
  properties: { '@id': resource.properties['@id'], '@type': { const: type } },
});

/** The same, which the shapes ask for a name too. */
const named = (type: string, name: string) => ({
  allOf: [known(type), { required: [name], properties: { [name]: texts } }],
});

const licence = known('dct:LicenseDocument');

const typed = (type: string, pattern: string) => ({
  type: 'object',
  required: ['@value', '@type'],
  properties: { '@value': { type: 'string', pattern }, '@type': { const: type } },
});

const day = typed('xsd:date', '^\\d{4}-\\d{2}-\\d{2}$');
const moment = typed('xsd:dateTime', '^\\d{4}-\\d{2}-\\d{2}T[\\d:.]+(Z|[+-]\\d{2}:\\d{2})$');

const place = { type: 'object', required: ['@type'], properties: { '@type': { const: 'dct:Location' } } } as const;

const distribution = {
  type: 'object',
  required: ['@type', 'dcat:accessURL', 'dct:license'],
  properties: {
    '@type': { const: 'dcat:Distribution' },
    'dct:title': text,
    'dcat:accessURL': resource,
    'dcat:downloadURL': resource,
    'dcat:mediaType': known('dct:MediaType'),
    'dct:format': known('dct:MediaTypeOrExtent'),
    'dct:license': licence,
  },
} as const;

const dataset = {
  type: 'object',
  required: ['@id', '@type', 'dct:title', 'dct:description', 'dcat:distribution'],
  properties: {
    '@id': resource.properties['@id'],
    '@type': { const: 'dcat:Dataset' },
    'dct:title': texts,
    'dct:description': texts,
    'dcat:version': { type: 'string', minLength: 1 },
    'dct:creator': agent,
    'dct:publisher': agent,
    'dcat:keyword': texts,
    'dcat:theme': named('skos:Concept', 'skos:prefLabel'),
    'dct:license': licence,
    'dct:modified': moment,
    'dct:accrualPeriodicity': known('dct:Frequency'),
    'dct:conformsTo': known('dct:Standard'),
    'dct:spatial': { anyOf: [place, { type: 'array', items: place }] },
    'dct:temporal': {
      type: 'object',
      required: ['@type'],
      properties: { '@type': { const: 'dct:PeriodOfTime' }, 'dcat:startDate': day, 'dcat:endDate': day },
    },
    'dcat:distribution': { type: 'array', minItems: 1, items: distribution },
  },
} as const;

/** Of a page of the catalogue. */
export const DCAT_AP = {
  type: 'object',
  required: [
    ...['@context', '@id', '@type', 'dct:title', 'dct:description', 'dct:publisher', 'dcat:dataset'],
    // Recommended: without them the official shapes warn.
    ...['dct:language', 'dct:license', 'dct:spatial', 'dcat:themeTaxonomy', 'foaf:homepage'],
  ],
  properties: {
    '@type': { const: 'dcat:Catalog' },
    'dct:title': texts,
    'dct:description': texts,
    'dct:publisher': agent,
    'dct:language': known('dct:LinguisticSystem'),
    'foaf:homepage': known('foaf:Document'),
    'dct:spatial': place,
    'dcat:themeTaxonomy': named('skos:ConceptScheme', 'dct:title'),
    'dct:license': {
      allOf: [licence, { required: ['dct:type'], properties: { 'dct:type': named('skos:Concept', 'skos:prefLabel') } }],
    },
    'dct:modified': moment,
    'dcat:dataset': { type: 'array', minItems: 1, items: dataset },
  },
} as const;
