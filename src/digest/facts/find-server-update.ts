import { type PlacedVersion, placeVersions } from './place-versions.ts';
import type { ProductNames } from './product-names.ts';

const UPDATE = /\bKB ?\d{6,7}\b/g;
const BUILD = /\b(?:OS )?Build (\d{5}\.\d{1,5})\b|\b10\.0\.(\d{5}\.\d{1,5})\b/i;
/** What may stand beside the product, the update and its build. */
const FORMAL =
  /\b(?:the|a|for|and|security|cumulative|quality|monthly|hotpatch|updates?|editions?|standard|datacenter|server core installation|systems?|x64-based|release|microsoft|os|build|install|apply|on|it is|fixed (?:in|by|with))\b/gi;

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
