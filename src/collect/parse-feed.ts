import { type AnyFeed, DetectError, ParseError, parseFeed as readFeed } from 'feedsmith';
import { decodeBytes } from './parse/decode-bytes.ts';
import { explainUnreadable } from './parse/explain-unreadable.ts';
import type { LiftedTexts } from './parse/lifted-texts.ts';
import { mapAtom } from './parse/map-atom.ts';
import { mapRdf } from './parse/map-rdf.ts';
import { mapRss } from './parse/map-rss.ts';
import { readJsonFeed } from './parse/read-json-feed.ts';
import { repairXml } from './parse/repair-xml.ts';
import type { ParsedEntry, ParsedFeed, ParseOutcome } from './parsed-feed.ts';

/**
 * Reads RSS, Atom, RDF and JSON Feed from bytes, in linear time. Never throws: what cannot be read
 * is a value with the reason. Relative URLs are resolved by `xml:base`, else by `hints.url`.
 */
export function parseFeed(
  bytes: Uint8Array,
  hints: { contentType?: string; url?: string },
): ParseOutcome {
  try {
    const text = decodeBytes(bytes, hints.contentType);
    const isJson = /^\s*[{[]/.test(text) && !hasXmlBehindJunk(text);
    return isJson ? readJsonFeed(text, hints.url) : readXmlFeed(text, hints.url);
  } catch (error) {
    return { kind: 'unreadable', reason: `not a feed: ${(error as Error).message}` };
  }
}

/** A line of a log in front of a feed may begin as JSON does: `[05-Jun-2024] PHP Warning`. */
function hasXmlBehindJunk(text: string): boolean {
  return /^[ \t]*<(?:\?xml|rss|feed|rdf:RDF)[\s>]/im.test(text.slice(0, 10_000));
}

function readXmlFeed(text: string, url: string | undefined): ParseOutcome {
  const { xml, texts, strangeRoot } = repairXml(text, url);
  if (strangeRoot !== undefined)
    return { kind: 'unreadable', reason: explainUnreadable(text, strangeRoot) };
  return { kind: 'parsed', feed: restoreTexts(mapXml(xml), texts) };
}

function mapXml(xml: string): ParsedFeed {
  const read = readSkeleton(xml);
  if (read?.format === 'atom') return mapAtom(read.feed);
  if (read?.format === 'rdf') return mapRdf(read.feed);
  if (read?.format === 'rss') return mapRss(read.feed);
  return { entries: [], polling: { skipHours: [], skipDays: [] } };
}

function readSkeleton(xml: string): AnyFeed | undefined {
  try {
    return readFeed(withoutLoneSkips(xml));
  } catch (error) {
    // To feedsmith, a feed in which nothing stands is none.
    if (error instanceof DetectError || error instanceof ParseError) return undefined;
    throw error;
  }
}

/** feedsmith drops a list of skipped hours or days that has one member; what is added means nothing. */
function withoutLoneSkips(xml: string): string {
  return xml
    .replaceAll('</skipHours>', '<hour>-1</hour></skipHours>')
    .replaceAll('</skipDays>', '<day>none</day></skipDays>');
}

function restoreTexts(feed: ParsedFeed, texts: LiftedTexts): ParsedFeed {
  return {
    ...feed,
    title: texts.restore(feed.title),
    description: texts.restore(feed.description),
    entries: feed.entries.map(
      (entry): ParsedEntry => ({
        ...entry,
        title: texts.restore(entry.title),
        summary: texts.restore(entry.summary),
        content: texts.restore(entry.content),
      }),
    ),
  };
}
