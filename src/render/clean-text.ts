// What XML forbids or HTML makes a parse error: controls, noncharacters.
const controls = /[\p{Cc}\uFDD0-\uFDEF\uFEFF\uFFFE\uFFFF]/gu;
// What turns the reading direction of the text around it, and so can make a link say what it is not.
const bidirectional = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
const loneSurrogates = /\p{Cs}/gu;

/** One line of text that is legal in XML and cannot disturb its surroundings. */
export function cleanText(text: string): string {
  return cleanLine(text.replace(/[\s--\uFEFF]/gv, ' ')).replace(/ {2,}/g, ' ');
}

/** The same for text whose lines and spaces mean something: Markdown. */
export function cleanLines(text: string): string {
  return text
    .split(/\r\n?|[\n\u2028\u2029]/)
    .map((line) => cleanLine(line.replaceAll('\t', '    ')).trimEnd())
    .join('\n')
    .trim();
}

function cleanLine(line: string): string {
  return line.replace(controls, '').replace(bidirectional, '').replace(loneSurrogates, '\uFFFD');
}

/** Whether `cleanText` would take something out: an address with such characters is not trusted. */
export function hasUnwantedCharacters(text: string): boolean {
  return [controls, bidirectional, loneSurrogates].some((unwanted) => text.search(unwanted) >= 0);
}
