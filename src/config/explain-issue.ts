import type { z } from 'zod';
import { withoutCredentials } from './http-url.ts';

/** What is wrong with a value, in the words of this project and not in those of the validator. */
export function explainIssue(issue: z.core.$ZodIssue): string {
  const { input } = issue;
  const expected = expectation(issue);
  if (expected === undefined) return `${messageOf(issue)}${foundIn(scalar(input))}`;
  if (input === undefined) return `is missing, expected ${expected}`;
  return `expected ${expected}${foundIn(scalar(input) ?? kindOf(input))}`;
}

/** Undefined where the schema has words of its own. */
function expectation(issue: z.core.$ZodIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return kinds[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return `one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`;
    case 'too_small':
      return smallest[issue.origin];
    case 'invalid_format':
      return formats[issue.format];
    default:
      return undefined;
  }
}

const kinds: Readonly<Record<string, string>> = {
  object: 'an object',
  record: 'an object',
  array: 'a list',
  string: 'a string',
  number: 'a number',
  boolean: 'true or false',
};

const smallest: Readonly<Record<string, string>> = { array: 'at least one', string: 'some text' };

const formats: Readonly<Record<string, string>> = { email: 'a mail address' };

/** A key that is not allowed says why inside. */
function messageOf(issue: z.core.$ZodIssue): string {
  const { message } = (issue.code === 'invalid_key' && issue.issues[0]) || issue;
  return message;
}

function foundIn(shown: string | undefined): string {
  return shown === undefined ? '' : `, found ${shown}`;
}

function kindOf(input: unknown): string {
  if (!Array.isArray(input)) return 'an object';
  return input.length === 0 ? 'an empty list' : 'a list';
}

function scalar(input: unknown): string | undefined {
  if (input === undefined || (typeof input === 'object' && input !== null)) return undefined;
  const text = withoutCredentials(JSON.stringify(input) ?? String(input));
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
