import { z } from 'zod';

/** The address of something to fetch: what is shown of it to everybody, so no place for a password. */
export const httpUrl = z
  .url({ protocol: /^https?$/, error: 'expected an http or https URL' })
  .refine(
    (text) => !hasCredentials(text),
    'expected a URL without a password: request.basicAuth takes it, as ${NAME} from the environment',
  )
  .refine(
    (text) => !namesSecretIn(URL.parse(text)?.host ?? ''),
    'expected a host that is written out: ${NAME} may stand in the path and in the query',
  );

/** A text that may be a URL, without the name and the password in it. */
export function withoutCredentials(text: string): string {
  return text.replace(/\/\/[^/?#]*@/g, '//...@');
}

function hasCredentials(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && url.username + url.password !== '';
}

function namesSecretIn(text: string): boolean {
  return /\$\{\w+\}/.test(text);
}
