import path from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const DEFINITIONS = path.join(ROOT, 'shared/rules/parameters/definitions.ts')

/** The branded values, whose brand a schema does not see: what they are on the wire. */
const BRANDED = {
  Day: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
  Fen: { type: 'integer', minimum: 0 },
}

/** The type of each parameter's value, as the compiler sees it, as a JSON Schema. */
function valueSchemas() {
  const program = ts.createProgram([DEFINITIONS], {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts'],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  })
  const checker = program.getTypeChecker()
  const source = program.getSourceFile(DEFINITIONS)
  const values = checker
    .getExportsOfModule(checker.getSymbolAtLocation(source))
    .find(({ name }) => name === 'ParameterValues')
  const properties = checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(values))
  return Object.fromEntries(
    properties.map((one) => [one.name, schemaOf(checker, checker.getTypeOfSymbol(one), one.name)]),
  )
}

function schemaOf(checker, type, where) {
  if (type.isIntersection()) return branded(checker, type, where)
  if (type.isUnion()) return unionOf(checker, type, where)
  if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value }
  if (type.flags & ts.TypeFlags.BooleanLiteral) return { const: checker.typeToString(type) === 'true' }
  if (type.flags & ts.TypeFlags.Null) return { type: 'null' }
  if (type.flags & ts.TypeFlags.String) return { type: 'string', minLength: 1 }
  // Nothing that a rule counts is ever broken into parts.
  if (type.flags & ts.TypeFlags.Number) return { type: 'integer', minimum: 0 }
  if (checker.isArrayType(type)) {
    return { type: 'array', items: schemaOf(checker, checker.getTypeArguments(type)[0], where) }
  }
  if (type.flags & ts.TypeFlags.Object) return objectOf(checker, type, where)
  throw new Error(`${where}: no schema for ${checker.typeToString(type)}`)
}

function branded(checker, type, where) {
  const known = BRANDED[type.aliasSymbol?.name ?? '']
  if (known === undefined) throw new Error(`${where}: no schema for ${checker.typeToString(type)}`)
  return known
}

function unionOf(checker, type, where) {
  const kinds = type.types.filter((one) => !(one.flags & ts.TypeFlags.Undefined))
  const schemas = kinds.map((one) => schemaOf(checker, one, where))
  const constants = schemas.filter((schema) => 'const' in schema).map((schema) => schema.const)
  const others = schemas.filter((schema) => !('const' in schema))
  const listed =
    constants.length === 0 ? [] : [constants.length === 1 ? { const: constants[0] } : { enum: constants }]
  const all = [...listed, ...others]
  return all.length === 1 ? all[0] : { anyOf: all }
}

function objectOf(checker, type, where) {
  const properties = checker.getPropertiesOfType(type)
  return {
    type: 'object',
    properties: Object.fromEntries(
      properties.map((one) => [
        one.name,
        schemaOf(checker, checker.getTypeOfSymbol(one), `${where}.${one.name}`),
      ]),
    ),
    required: properties.filter((one) => !(one.flags & ts.SymbolFlags.Optional)).map(({ name }) => name),
    additionalProperties: false,
  }
}

/** A JSON Schema (draft 7) of the data of the rules, as `rules.json` holds it: made from the types and the definitions. */
export function rulesSchema({ DEFINITIONS: definitions, RELIABILITIES: reliabilities }) {
  const day = BRANDED.Day
  const text = { type: 'string', minLength: 1 }
  const entryOf = (value) => ({
    type: 'object',
    properties: {
      value,
      from: day,
      fromIs: { enum: ['at-latest', 'month', 'year'] },
      until: day,
      sources: { type: 'array', items: text, minItems: 1, uniqueItems: true },
      reliability: { enum: reliabilities },
      lastChecked: day,
      followed: { const: true },
      city: {
        type: 'object',
        properties: { code: { type: 'string', pattern: '^[0-9]{6}$' }, name: text },
        required: ['code', 'name'],
        additionalProperties: false,
      },
      note: text,
    },
    required: ['value', 'sources', 'lastChecked'],
    additionalProperties: false,
  })
  const layer = {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(valueSchemas()).map(([name, value]) => [
        name,
        { type: 'array', minItems: 1, description: definitions[name].title, items: entryOf(value) },
      ]),
    ),
    additionalProperties: false,
  }
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'The rules of each region for sharing a personal account in the family',
    type: 'object',
    properties: {
      sources: {
        type: 'object',
        additionalProperties: {
          type: 'object',
          properties: { title: text, address: text, reliability: { enum: reliabilities }, says: text },
          required: ['title', 'address', 'reliability', 'says'],
          additionalProperties: false,
        },
      },
      national: { $ref: '#/definitions/layer' },
      regions: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            regionCode: { type: 'string', pattern: '^\\d{6}$' },
            name: text,
            shortName: text,
            parameters: { $ref: '#/definitions/layer' },
            notFound: { type: 'array', items: { enum: Object.keys(definitions) }, uniqueItems: true },
            lastChecked: day,
          },
          required: ['regionCode', 'name', 'shortName', 'parameters', 'notFound', 'lastChecked'],
          additionalProperties: false,
        },
      },
    },
    required: ['sources', 'national', 'regions'],
    additionalProperties: false,
    definitions: { layer },
  }
}
