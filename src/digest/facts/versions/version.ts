import type { StoryFacts } from '../../../model/edition.ts';
import { compareVersions } from './compare-versions.ts';

/** A version of a product at one stage. */
export interface Version {
  readonly product: string;
  /** `8.0 Update 3e`, without the stage. */
  readonly number: string;
  readonly stage: Stage;
  /** To print, with its stage: `9.0 BETA`. */
  readonly shown: string;
}

export type Stage = Exclude<NonNullable<StoryFacts['stage']>, 'eol'>;

const STAGES: readonly Stage[] = ['preview', 'beta', 'rc', 'ga', 'lts'];
const NUMBER = /^\d+(?:H\d|(?:\.\d+)*(?: Update \w+| R2\b)?)/i;

/** The version without the name of a test behind it. */
export function numberOf(version: string): string {
  return NUMBER.exec(version)?.[0] ?? version;
}

/** The stage that stands behind a version: `9.0 BETA`; final where none does. */
export function stageBehind(text: string): Stage {
  if (/\bbeta/i.test(text)) return 'beta';
  if (/\bLTS\b/.test(text)) return 'lts';
  if (/\brc|\bcandidate/i.test(text)) return 'rc';
  return /\b(?:alpha|preview)/i.test(text) ? 'preview' : 'ga';
}

/** True for what anybody may use, and no test of it. */
export function isOut({ stage }: { readonly stage?: Stage }): boolean {
  return stage === 'ga' || stage === 'lts';
}

/** Whether both are one version of one product, at whatever stage. */
export function isSameVersion(a: Version, b: Version): boolean {
  return a.product === b.product && compareNumbers(a, b) === 0;
}

/** By number, then by stage: a beta comes before what it is a beta of. */
export function compareStaged(a: Version, b: Version): number {
  return compareNumbers(a, b) || STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage);
}

export function compareNumbers(a: Version, b: Version): number {
  return compareVersions(comparable(a.number), comparable(b.number));
}

/** Whether two versions of a product can be compared: 2510 is neither above nor below 23H2 or 12.2511. */
export function areOneScheme(a: Version, b: Version): boolean {
  return a.product === b.product && schemeOf(a) === schemeOf(b);
}

/** How a version is numbered: by half-years, by a year or a month, or by parts. */
export function schemeOf({ number }: Version): 'half-years' | 'dates' | 'parts' {
  if (/^\d\dH\d/i.test(number)) return 'half-years';
  return /^\d{4}(?![\d.])/.test(number) ? 'dates' : 'parts';
}

/** "8 Update 3" is 8.0 Update 3. */
function comparable(number: string): string {
  return number.replace(/^(\d+)(?= Update)/i, '$1.0');
}

/** The line that a patch belongs to: `8.0` of 8.0 Update 3e, `8.4` of 8.4.12; undefined for no patch, as 8.4.0. */
export function patchedLine({ number }: Version): string | undefined {
  const line = openingOf(number);
  return /[1-9]/.test(number.slice(line.length)) ? line : undefined;
}

/** Whether it is of a line, as its first release or as a patch. */
export function isOfLine({ number }: Version, line: string): boolean {
  return openingOf(number) === line;
}

function openingOf(number: string): string {
  return /^\d+(?:H\d|\.\d+| R2\b)?/i.exec(number)?.[0] ?? number;
}

/** The first of the highest. */
export function highest<Each extends Version>(versions: readonly Each[]): Each | undefined {
  return versions.reduce<Each | undefined>(
    (best, each) => (best && compareStaged(each, best) <= 0 ? best : each),
    undefined,
  );
}
