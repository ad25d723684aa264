import { ANY_MONTH } from '../../words/months.ts';
import { isObject } from './is-object.ts';
import { isOptIn, withoutOtherStages } from './other-stages.ts';
import { type ProductNames, WELL_KNOWN_PRODUCTS } from './product-names.ts';
import { readTestStage } from './read-test-stage.ts';
import { isOut, type Stage, stageBehind } from './version.ts';

/** A product in one version, as a title names it. */
export interface NamedVersion {
  /** What the version belongs to: a known product's name, else the last word before the number. */
  readonly product: string;
  readonly isKnown: boolean;
  /** Without closing zeros, updates spelled out: `8`, `8.2`, `8.0 update 3e`. */
  readonly version: string;
  readonly stage?: Stage;
  /** Named as what another product is for, on or from: "Veeam 13 with support for Proxmox VE 9". */
  readonly isObject?: true;
  /** `Proxmox VE 8.2`, `ESXi 8.0 Update 3e`. */
  readonly text: string;
}

const VERSION =
  /(?<![\w.,/$€£#-])(?!24\/7\b)v?(\d\dH\d|\d{1,4}(?:\.\d{1,4}){0,3})(?:\s?(?:U|Update\s)(\d{1,2}[a-z]?)|\s(R2)\b)?(?:[\s-]?(alpha|beta|rc|release candidate|preview|tech(?:nical)? preview)[\s-]?(\d{1,2})?)?(?![\w%]|[.,]\d|-\d)/gi;
const SUPPORTED = /\b(?:support(?:s|ing)?(?: for)?|compatib\w+ with|certified for)$/i;
const JOINED = /(?:,|&|\b(?:and|und|et))$/i;
const MONTHS = new RegExp(`\\b(${ANY_MONTH})\\s+(20\\d\\d)\\b`, 'gi');
const PARTS = /\b(part|episode|chapter|day|week|teil)\s+#?(\d{1,3}|[IVX]{1,4})\b/gi;
const LTS = /\bLTS\b|\blong[- ]term support\b/;
const IS_OUT =
  /\bgeneral availability\b|\bGA\b|\breleas(?:ed|es)\b|\bavailable\b|\bis (?:out|here)\b|\barrives?\b|\bstable\b/i;

/** The stage a title or lead claims: preview before beta and RC is never read as general. */
export function stageOf(text: string): Stage | undefined {
  const own = withoutOtherStages(text);
  const final = LTS.test(own) ? 'lts' : IS_OUT.test(own) ? 'ga' : undefined;
  const stage = readTestStage(own) ?? final;
  return stage === 'ga' && isOptIn(own) ? undefined : stage;
}

/** Versions that stand directly after a product's name, the month of a monthly update, the part of a series. */
export function findVersions(text: string, products = WELL_KNOWN_PRODUCTS): NamedVersion[] {
  const found: NamedVersion[] = [];
  const matches = [...text.matchAll(VERSION)];
  const stage = matches.length > 0 ? stageOf(text) : undefined;
  for (const match of matches) {
    const named = readVersion(text, match, stage, products, found.at(-1));
    if (named) found.push(named);
  }
  for (const match of text.matchAll(MONTHS)) {
    const month = `${match[1]} ${match[2]}`;
    found.push({ product: 'month', isKnown: false, version: month.toLowerCase(), text: month });
  }
  for (const [part, , number = ''] of text.matchAll(PARTS)) {
    found.push({ product: 'part', isKnown: false, version: number.toLowerCase(), text: part });
  }
  return found;
}

/** True when both name one product, but in no version that they share. */
export function nameDifferentVersions(
  a: readonly NamedVersion[],
  b: readonly NamedVersion[],
): boolean {
  return a.some((one) => {
    const same = b.filter((other) => other.product === one.product);
    if (same.length === 0) return false;
    const own = a.filter((other) => other.product === one.product);
    return !own.some((left) => same.some((right) => agree(left, right)));
  });
}

/** True when both announce one product in versions that differ behind the second number only: 6.7 and 6.7.1. */
export function areOneLine(a: readonly NamedVersion[], b: readonly NamedVersion[]): boolean {
  return a.some((one) => {
    const line = releaseLine(one);
    return (
      line !== undefined &&
      b.some((other) => other.stage === one.stage && releaseLine(other) === line)
    );
  });
}

/** `Xen Orchestra 6.7` for 6.7 and 6.7.1; undefined for a version that is built otherwise. */
export function releaseLine({ product, version }: NamedVersion): string | undefined {
  const line = /^(\d+\.\d+)(?:\.\d+)?$/.exec(version)?.[1];
  return line && `${product} ${line}`;
}

/** The first version that both name. */
export function sharedVersion(
  a: readonly NamedVersion[],
  b: readonly NamedVersion[],
): NamedVersion | undefined {
  return a.find((one) => b.some((other) => isSame(one, other)));
}

/** The first version that is the subject of both, and not only what something is for. */
export function sharedSubject(
  a: readonly NamedVersion[],
  b: readonly NamedVersion[],
): NamedVersion | undefined {
  return a.find((one) => !one.isObject && b.some((other) => !other.isObject && isSame(one, other)));
}

function isSame(one: NamedVersion, other: NamedVersion): boolean {
  return one.product === other.product && agree(one, other);
}

function agree(a: NamedVersion, b: NamedVersion): boolean {
  if (a.version !== b.version) return false;
  // "8.3" alone may be any of its stages; "8.3 beta" and "8.3 released" are two things.
  return !a.stage || !b.stage || isOut(a) === isOut(b);
}

function readVersion(
  text: string,
  match: RegExpMatchArray,
  stage: Stage | undefined,
  products: ProductNames,
  previous: NamedVersion | undefined,
): NamedVersion | undefined {
  const [whole = '', digits = '', update, r2, pre, preNumber] = match;
  const number = r2 ? `${digits} ${r2}` : digits;
  const before = text.slice(0, match.index);
  const words = nameBefore(before);
  const known = products.atEnd(words);
  const last = words.at(-1);
  if (!known && !(number.includes('.') || /^v\d/i.test(whole))) return undefined;
  if (known && /^20\d\d$/.test(digits) && !products.isVersionedByYear(known.name)) return undefined;
  if (!known && last === undefined && !/^\W*v?\d/.test(text)) return undefined;
  const product = known?.name ?? (last ?? '').toLowerCase();
  const shown = `${number}${update ? ` Update ${update}` : ''}${pre ? ` ${pre}` : ''}${preNumber ? ` ${preNumber}` : ''}`;
  return {
    product,
    isKnown: known !== undefined,
    version: versionKey(number, update, preNumber),
    ...withStage(pre ? stageBehind(pre) : stage),
    ...(isNamedAsObject(before, words.length, previous) && { isObject: true }),
    text: `${known?.name ?? words.join(' ')} ${shown}`.trim(),
  };
}

/** By the words before the name; "and" goes on with what was said of the version before. */
function isNamedAsObject(
  before: string,
  nameLength: number,
  previous: NamedVersion | undefined,
): boolean {
  const words = before.trimEnd().split(/\s+/);
  const beforeName = words.slice(0, words.length - nameLength).join(' ');
  if (SUPPORTED.test(beforeName)) return true;
  if (previous === undefined) return false;
  return JOINED.test(beforeName) ? previous.isObject === true : isObject(`${beforeName} `);
}

function withStage(stage: Stage | undefined): { stage?: Stage } {
  return stage ? { stage } : {};
}

function versionKey(number: string, update?: string, preNumber?: string): string {
  const short = number.replace(/(?:\.0+)+$/, '');
  return `${short.toLowerCase()}${update ? ` update ${update.toLowerCase()}` : ''}${preNumber ? ` #${preNumber}` : ''}`;
}

/** The capitalized words that end where the version starts: "Announcing Proxmox VE" before "8.2". */
function nameBefore(before: string): string[] {
  const tail = before
    .slice(-60)
    .replace(/[®™]/g, '')
    .replace(/\s*\bversion\s*$/i, ' ');
  if (!/\s$|^$/.test(tail)) return [];
  const words = tail.trimEnd().split(/\s+/).slice(-5);
  const name: string[] = [];
  for (const word of words.reverse()) {
    const isName = /^[[("“]?(?:[A-Z][\w.&+-]*|&|[a-z]+[A-Z]\w*|[a-z]+(?:-[a-z]+)+)$/.test(word);
    if (!isName) break;
    name.unshift(word.replace(/^[[("“]/, ''));
    if (/^[[("“]/.test(word)) break;
  }
  return name;
}
