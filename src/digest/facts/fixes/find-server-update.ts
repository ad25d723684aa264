import { ANY_MONTH } from '../../words/months.ts';
import { type PlacedVersion, placeVersions } from '../versions/place-versions.ts';
import type { ProductNames } from '../versions/product-names.ts';
import { chainsOf } from '../versions/version-chains.ts';

const UPDATE = /\bKB ?\d{6,7}\b/g;
const BUILD = /\b(?:OS )?Build (\d{5}\.\d{1,5})\b|\b10\.0\.(\d{5}\.\d{1,5})\b/i;
/** What may stand beside the product, the update and its build. */
const FORMAL = new RegExp(
  `\\b(?:(?:${ANY_MONTH})(?: \\d{1,2},)? 20\\d\\d|the|a|for|and|security|cumulative|quality|monthly|hotpatch|updates?|editions?|standard|datacenter|server core installation|systems?|x64-based|release|microsoft|os|build|install|apply|on|it is|fixed (?:in|by|with))\\b`,
  'gi',
);

const BUILDS = '(?<builds>\\d{5}\\.\\d{1,5}(?:(?:,|,? and) \\d{5}\\.\\d{1,5})*)';
/** "KB5060842 (OS build 26100.4349)", "OS build 26100.4349"; what others number so has fewer digits. */
const NUMBERED = new RegExp(
  `\\b(?<number>KB ?\\d{7})\\b(?:,? (?:\\((?:OS )?builds? ${BUILDS}\\)|(?:OS )?builds? ${BUILDS}))?|\\b(?:OS )?builds? ${BUILDS}`,
  'gi',
);
/** What may stand between "fixed by" and the number. */
const NAME_OF_UPDATE = new RegExp(
  `(?:\\b(?:the|its|Microsoft(?:'s)?|(?:${ANY_MONTH})(?: 20\\d\\d)?|security|cumulative|monthly|quality|optional|out-of-band|hotpatch|updates?:?|patch(?:es)?:?|release of)\\s+)+$`,
  'i',
);
const LONGEST_NAME = 80;
/** Between the number and the version that it is for, and the other way round. */
const IS_FOR = /^,? (?:for|on)\s+(?:Hyper-V (?:on|in) )?$/i;
const HAS =
  /^(?: ?[:(–—-]\s?| (?:is|was|has been) (?:fixed|patched|addressed|resolved) (?:in|by|with)\s+)$/i;

/** "Windows Server 2025 build 26100.4349": one name. */
const IS_ONE_NAME = /^(?: version)? $/i;

/**
 * The updates of Windows that a text names by their numbers or builds, in its order; with the version
 * of Windows Server that one is for where the two stand side by side.
 */
export function placeUpdates(text: string, products: ProductNames): PlacedVersion[] {
  const numbered = [...text.matchAll(NUMBERED)].map(numberedUpdate(text));
  if (numbered.length === 0) return [];
  const versions = placeVersions(text, products);
  const servers = chainsOf(text, versions).flatMap(([server, ...others]) =>
    server?.product === 'Windows Server' && others.length === 0 ? [server] : [],
  );
  return chainsOf(text, numbered).flatMap((chain) => {
    const [update] = chain;
    const isOne = chain.length === 1;
    return update && isOne ? [withServer(text, update, servers)] : chain;
  });
}

/** By which one update is known, whatever stands with it: "KB5060842". */
export function numberOfUpdate(text: string): string | undefined {
  return /\bKB\d{7}\b/.exec(text)?.[0];
}

function numberedUpdate(text: string): (match: RegExpExecArray) => PlacedVersion {
  return ({ 0: whole, index, groups: { number, builds = '' } = {} }) => {
    const [build = '', ...others] = builds.match(/[\d.]+/g) ?? [];
    const name = number?.toUpperCase().replace(' ', '');
    const aside = builds && ` (build${others.length > 0 ? 's' : ''} ${builds})`;
    const lead =
      NAME_OF_UPDATE.exec(text.slice(Math.max(0, index - LONGEST_NAME), index))?.[0] ?? '';
    return {
      product: 'Windows',
      version: name ?? build,
      text: name === undefined ? `OS build ${builds}` : `${name}${aside}`,
      major: '',
      at: index - lead.length,
      end: index + whole.length,
      isListed: false,
    };
  };
}

function withServer(
  text: string,
  update: PlacedVersion,
  servers: readonly PlacedVersion[],
): PlacedVersion {
  const { at: start, end } = update;
  const named = servers.find((each) => IS_ONE_NAME.test(text.slice(each.end, start)));
  const behind = servers.find((each) => IS_FOR.test(text.slice(end, each.at)));
  const before = servers.find((each) => HAS.test(text.slice(each.end, start)));
  const server = named ?? behind ?? before;
  if (!server) return update;
  return {
    ...update,
    text: `${server.text} ${update.text}`,
    at: named?.at ?? start,
    end: server === behind ? behind.end : end,
  };
}

/**
 * The update for a version of Windows Server that a line consists of: "Windows Server 2022: KB5044281
 * (OS Build 20348.2762)", "Install KB5050009 on Windows Server 2025". Undefined where there is
 * more than one of either, or anything else.
 */
export function findServerUpdate(line: string, products: ProductNames): PlacedVersion | undefined {
  const [update, ...others] = line.match(UPDATE) ?? [];
  if (update === undefined || others.length > 0) return undefined;
  const [server, ...more] = placeVersions(line, products);
  if (server?.product !== 'Windows Server' || more.length > 0) return undefined;
  const left = `${line.slice(0, server.at)} ${line.slice(server.end)}`
    .replace(update, ' ')
    .replace(BUILD, ' ')
    .replace(FORMAL, ' ');
  if (/\w/.test(left)) return undefined;
  const [, build, longBuild] = BUILD.exec(line) ?? [];
  const aside = build || longBuild ? ` (build ${build ?? longBuild})` : '';
  return { ...server, text: `${server.text} ${update}${aside}` };
}
