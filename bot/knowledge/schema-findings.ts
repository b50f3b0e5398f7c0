import { z } from 'zod'
import { didYouMean } from './closest-word.ts'
import type { Finding, YamlFile, YamlPath } from './yaml-file.ts'

/** Holds a YAML file against its schema: the typed value, or every place where it differs, in words. */
export function parseWith<S extends z.ZodType>(
  schema: S,
  yaml: YamlFile,
): { value: z.infer<S> } | { findings: Finding[] } {
  const parsed = schema.safeParse(yaml.value)
  if (parsed.success) return { value: parsed.data }
  return { findings: parsed.error.issues.flatMap((issue) => describe(schema, yaml, issue)) }
}

function describe(schema: z.ZodType, yaml: YamlFile, issue: z.core.$ZodIssue): Finding[] {
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path)
    return issue.keys.map((key) => ({
      file: yaml.file,
      line: yaml.lineOf([...issue.path, key]),
      text: `unknown key "${key}".${didYouMean(key, known) || ` Known here: ${known.join(', ')}.`}`,
    }))
  }
  const place = placeOf(issue.path)
  return [
    {
      file: yaml.file,
      line: yaml.lineOf(issue.path),
      text: `${place}${wording(issue, valueAt(yaml.value, issue.path))}.`,
    },
  ]
}

function wording(issue: z.core.$ZodIssue, found: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return found === undefined ? `is missing. Add ${thing(issue.expected)}` : wrongType(issue.expected, found)
    case 'invalid_value': {
      const words = issue.values.map(String)
      if (found === undefined) return `is missing. Write one of ${words.join(', ')}`
      const meant = didYouMean(String(found), words)
      return `is ${show(found)}, which is not known.${meant} Write one of ${words.join(', ')}`
    }
    case 'too_small':
      if (issue.origin === 'string') return 'is empty. Write it, or remove the line'
      if (issue.origin === 'array') return `has too few items. Give at least ${issue.minimum}`
      return `must be ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}, got ${show(found)}`
    case 'too_big':
      return `must be at most ${issue.maximum}, got ${show(found)}`
    case 'custom':
    case 'invalid_format':
      return `${issue.message}; got ${show(found)}`
    default:
      return issue.message
  }
}

function wrongType(expected: string, found: unknown): string {
  if (found === null) return `is empty. Add ${thing(expected)}`
  if (expected === 'string' && typeof found !== 'object')
    return `is read as ${typeof found}. Put quotes around it: "${found}"`
  if (expected === 'string')
    return 'is read as a list or a group of keys. If it is one sentence, put quotes around it, as it has ": " in it or starts with a sign that YAML uses'
  return `must be ${thing(expected)}, got ${show(found)}`
}

function thing(expected: string): string {
  const names: Record<string, string> = {
    string: 'text',
    object: 'a group of keys',
    array: 'a list (lines that start with "- ")',
    boolean: 'true or false',
    number: 'a number',
  }
  return names[expected] ?? expected
}

function show(found: unknown): string {
  const shown = JSON.stringify(found) ?? String(found)
  return shown.length > 60 ? `${shown.slice(0, 57)}…` : shown
}

/** `details[0].prompt ` as a reader counts: from 1. */
function placeOf(path: YamlPath): string {
  if (path.length === 0) return 'the file '
  const steps = path.map((step) => (typeof step === 'number' ? ` no. ${step + 1}` : `.${String(step)}`))
  return `${steps.join('').replace(/^\./, '').replaceAll(' .', ' ')} `
}

function valueAt(value: unknown, path: YamlPath): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[step] : undefined,
    value,
  )
}

function keysAt(schema: z.ZodType, path: YamlPath): string[] {
  let inner: unknown = unwrap(schema)
  for (const step of path) {
    if (inner instanceof z.ZodObject) inner = unwrap(inner.shape[String(step)])
    else if (inner instanceof z.ZodArray) inner = unwrap(inner.element)
  }
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : []
}

function unwrap(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional || schema instanceof z.ZodDefault)
    return unwrap(schema.unwrap())
  return schema
}
