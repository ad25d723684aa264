import { z } from 'zod';
import { explainSelector } from './explain-selector.ts';
import { httpUrl } from './http-url.ts';

/** How to ask for a source, or for open data. */
export const requestSchema = z
  .strictObject({
    method: z.enum(['GET', 'POST']).optional(),
    body: z.string().optional().describe('What a POST sends.'),
    headers: z
      .record(
        z.string().regex(/^[\w!#$%&'*+.^`|~-]+$/, 'expected a header name'),
        z
          .string()
          .regex(/^[\t\x20-\x7E\x80-\xFF]*$/, 'expected one line of Latin letters and signs'),
      )
      .optional()
      .describe(
        'Sent to the origin of the source only. ${NAME} stands for the environment variable NAME.',
      ),
    basicAuth: z
      .strictObject({
        username: z.string(),
        password: z.string().describe('${NAME} stands for the environment variable NAME.'),
      })
      .optional(),
    proxy: z
      .string()
      .refine(isProxy, 'expected the http or https URL of a proxy, or ${NAME}')
      .optional()
      .describe('URL of an HTTP proxy, or ${NAME} for the environment variable NAME.'),
    allowsPrivate: z
      .boolean()
      .optional()
      .describe('Allows loopback, private and link-local addresses, for an intranet.'),
  })
  .refine(({ method, body }) => body === undefined || method === 'POST', {
    path: ['body'],
    error: 'is sent by a POST only: set "method": "POST", too',
  })
  .describe('How to ask for it, where a plain GET is not enough.');

const json = z
  .strictObject({
    items: z
      .string()
      .describe('Path of the list, such as "data.list"; empty when the document is the list.'),
    title: z.string(),
    id: z.string().optional(),
    url: z.string().optional(),
    summary: z.string().optional(),
    publishedAt: z.string().optional(),
    updatedAt: z.string().optional(),
    categories: z.string().optional(),
  })
  .describe(
    'For kind "json": where each field stands in an item, as a path or as text with paths in braces.',
  );

const selector = z.string().superRefine((text, context) => checkSelector(text, context));
const target = z.string().superRefine((text, context) => {
  checkSelector(text.replace(/@[\w-]+$/, ''), context);
});

function checkSelector(text: string, context: z.RefinementCtx): void {
  const problem = explainSelector(text);
  if (problem !== undefined)
    context.addIssue({ code: 'custom', message: `is no CSS selector (${problem})` });
}

const page = z
  .strictObject({
    item: selector.min(1),
    title: target.optional().describe('Default: the text of the link.'),
    url: target.optional().describe('Default: the first link of the item.'),
    summary: selector.optional(),
    publishedAt: target.optional(),
  })
  .describe('For kind "page": CSS selectors; "selector@attribute" reads an attribute.');

/** One block of `sources` in feeds.config.json. */
export const sourceSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z\d][a-z\d-]*$/, 'expected lower-case letters, digits and hyphens')
    .describe('Names the source in the store: keep it when the URL changes.'),
  name: z.string().min(1).describe('What readers see.'),
  url: httpUrl.describe(
    'Where to fetch it, as everybody may see it: ${NAME} stands for the environment variable NAME.',
  ),
  kind: z
    .enum(['feed', 'github-releases', 'json', 'page'])
    .default('feed')
    .describe(
      'feed: RSS, Atom, RDF or JSON Feed. github-releases: the releases.atom of a repository.',
    ),
  hypervisor: z
    .string()
    .optional()
    .describe('The hypervisor that everything in this source is about, if there is one.'),
  isVendor: z.boolean().default(false).describe("Whether this is the vendor's own voice."),
  includesPreReleases: z
    .boolean()
    .optional()
    .describe('For kind "github-releases": whether alphas, betas and release candidates count.'),
  request: requestSchema.optional(),
  json: json.optional(),
  page: page.optional(),
});

/** What `${NAME}` stands for is seen when it is used. */
function isProxy(text: string): boolean {
  return /\$\{\w+\}/.test(text) || /^https?:$/.test(URL.parse(text)?.protocol ?? '');
}
