import { readFileSync } from 'node:fs';
import { z } from 'zod';

const itemSchema = z.object({
  id: z.string(),
  title: z.string().min(1),
  url: z.string().optional(),
  source: z.string().default(''),
  date: z.string().regex(/^\d{4}(-\d\d){0,2}/, 'expected a date such as 2024-05-20'),
  summary: z.string().default(''),
  hypervisors: z.array(z.string()).default([]),
  topics: z.array(z.string()).default([]),
  /** Shared by the items that report one story. */
  story: z.string().optional(),
  /** 0 to 3: 3 is for a lead. */
  importance: z.number().default(0),
  /** An editor did pick it. */
  in_seed: z.boolean().default(false),
});

/** One item with what an editor says about it; the program sees title, url, source, date and summary. */
export type LabelledItem = z.output<typeof itemSchema>;

/** Reads a file of one JSON object a line. Throws an error that names the line. */
export function readItems(file: string | URL): LabelledItem[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, at) =>
    line.trim() === '' ? [] : [readItem(line, `${file}:${at + 1}`)],
  );
}

function readItem(line: string, place: string): LabelledItem {
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch (cause) {
    throw new Error(`${place} is not JSON: ${(cause as Error).message}`, { cause });
  }
  const result = itemSchema.safeParse(raw);
  if (result.success) return result.data;
  throw new Error(`${place} is not a labelled item:\n${z.prettifyError(result.error)}`);
}
