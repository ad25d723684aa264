import { z } from 'zod';
import { httpUrl } from './http-url.ts';
import { requestSchema } from './source-schema.ts';

/** One block of `facts` in feeds.config.json: a list of open data. */
export const factsSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z\d][a-z\d-]*$/, 'expected lower-case letters, digits and hyphens')
      .describe('Names the list in the store: keep it when the URL changes.'),
    name: z.string().min(1).describe('What readers see: who says so.'),
    kind: z
      .enum(['kev', 'end-of-life', 'xsa', 'msrc'])
      .describe(
        'kev: the known exploited vulnerabilities of CISA. end-of-life: a product of endoflife.date (API v1). xsa: the advisories of the Xen Project. msrc: the security updates of Microsoft, of which those of Hyper-V count.',
      ),
    url: httpUrl.describe('Where to fetch it: about once a day, and conditionally.'),
    page: httpUrl.optional().describe('Where a reader finds it. Default: the URL itself.'),
    hypervisor: z
      .string()
      .optional()
      .describe('For kind "end-of-life": the hypervisor that the product belongs to.'),
    product: z
      .string()
      .min(1)
      .optional()
      .describe('For kind "end-of-life": the product as readers see it, such as "Proxmox VE".'),
    request: requestSchema.optional(),
  })
  .describe('Open data on flaws, or on the versions of a product. An empty list is none.');
