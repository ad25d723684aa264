import { z } from 'zod';
import type { Term } from '../model/hypervisor.ts';

const isWord = (text: string) => /[\p{L}\p{N}]/u.test(text);
export const phrase = z.string().refine(isWord, 'expected at least one letter or digit');

const phraseWithGaps = phrase.refine(
  (text) => !text.trim().startsWith('*') && !text.trim().endsWith('*'),
  'expected a word before and after each "*"',
);

const site = z
  .string()
  .regex(
    /^[a-z\d-]+(?:\.[a-z\d-]+)+(?:\/[^\s?#]*)?$/,
    'expected a host, or a host and a path, such as "xcp-ng.org" or "example.org/blog"',
  );

const terms = z
  .record(
    z.string(),
    z.number().positive('expected a weight over 0').max(3, 'expected a weight of at most 3'),
  )
  .refine((given) => Object.keys(given).length > 0, 'expected at least one term')
  .refine((given) => Object.keys(given).every(isWord), 'expected terms of letters or digits')
  .transform((given): Term[] => Object.entries(given).map(([term, weight]) => ({ term, weight })))
  .describe(
    'What names it, with a weight: 2 for a product that is nothing else, 1.4 for one that needs no second hint in a title, under 1 for a context word that never suffices alone. Whole words in any case; a word of two to five capitals matches capitals only. The name of the vendor with 0.5 to 0.9 suffices where a title tells of a law suit, or of its terms for customers.',
  );

/** One block of `hypervisors` in feeds.config.json: all that the program knows about a platform. */
export const hypervisorSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z\d][a-z\d-]*$/, 'expected lower-case letters, digits and hyphens')
      .refine((id) => id !== 'adjacent', 'is the id of the section on what stands around them')
      .refine((id) => id !== 'none', 'is what "edit label" calls no hypervisor at all')
      .describe('Names it in the store, in feed categories and in links: keep it once used.'),
    name: z
      .string()
      .min(1)
      .refine(
        (name) => name.trim().toLowerCase() !== 'around the hypervisors',
        'is the title of the section on what stands around them',
      )
      .describe('What readers see as the title of its section.'),
    vendor: z.string().min(1).describe('Who makes it, as readers see it.'),
    terms,
    negativeContexts: z
      .array(phraseWithGaps)
      .default([])
      .describe(
        'Phrases cut out before terms are looked for: the same words, another subject, such as "VMware Tanzu". "*" stands for up to four words of one sentence.',
      ),
    incidental: z
      .array(phraseWithGaps)
      .default([])
      .describe(
        'Phrases that name it in passing, such as "import from VMware": terms inside count little. "*" stands for up to four words of one sentence.',
      ),
    sites: z
      .array(site)
      .default([])
      .describe(
        'Web addresses where everything is about it: a host (its subdomains count), or a host and the start of a path.',
      ),
    sideProducts: z
      .array(phrase)
      .default([])
      .describe('Its family members that are no hypervisor: labelled, but told as minor news.'),
    upstream: z
      .array(phrase)
      .default([])
      .describe(
        'What it is built on, such as "Xen" or "KVM": news of that appears here where it is critical or exploited, or belongs to a story about this one.',
      ),
    flagships: z
      .array(phrase)
      .default([])
      .describe(
        'Products whose general release is news of the first order; "Windows Server 2025".',
      ),
  })
  .describe('One platform the digest reports on. It gets a section in every edition.');
