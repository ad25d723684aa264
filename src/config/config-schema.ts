import { validate as isCron } from 'node-cron';
import { z } from 'zod';
import { factsSchema } from './facts-schema.ts';
import { hypervisorSchema, phrase } from './hypervisor-schema.ts';
import { sourceSchema } from './source-schema.ts';

const site = z
  .strictObject({
    title: z.string().min(1).describe('The name of the publication.'),
    baseUrl: z
      .url({ protocol: /^https?$/, error: 'expected an http or https URL' })
      .transform((url) => url.replace(/\/+$/, ''))
      .describe('Where output/ is published; links in feeds and mails start with it.'),
    language: z.string().refine(isLanguage, 'expected a BCP 47 language tag, such as "en"'),
    timeZone: z.string().refine(isTimeZone, 'expected an IANA time zone, such as "Europe/Paris"'),
    author: z.strictObject({ name: z.string().min(1), email: z.email().optional() }),
  })
  .describe('What readers are told about the publication.');

const schedule = z
  .strictObject({
    collect: z.string().refine(isCron, 'expected a cron expression, such as "15 * * * *"'),
    digest: z.string().refine(isCron, 'expected a cron expression, such as "0 8 1 * *"'),
  })
  .describe(
    'When a running worker collects and issues, as cron expressions in the time zone of the site.',
  );

const email = z
  .strictObject({
    from: z.string().min(1).describe('The From address: "Name <digest@example.org>".'),
    recipients: z.array(z.email()).default([]).describe('Who gets each edition by mail.'),
    onUncertain: z
      .enum(['hold', 'resend'])
      .default('hold')
      .describe(
        'What to do with a message that may or may not have been taken by the mail server.',
      ),
  })
  .describe('Mail is submitted when this is present and SMTP_URL is set in the environment.');

/** The shape of feeds.config.json; what it cannot express is checked in find-conflicts.ts. */
export const configSchema = z.strictObject({
  $schema: z.string().optional(),
  site,
  edition: z
    .strictObject({
      naming: z
        .enum(['season', 'month'])
        .describe(
          'How editions are named: by when they are issued, "Late Spring 2024", or by the month that they tell of, "June 2024".',
        ),
    })
    .default({ naming: 'season' }),
  schedule,
  email: email.optional(),
  hypervisors: z.array(hypervisorSchema).min(1),
  adjacent: z
    .array(phrase)
    .default(['Veeam', 'KubeVirt', 'oVirt'])
    .describe(
      'What stands around the hypervisors: a flaw there that is critical or exploited is told in a section of its own.',
    ),
  facts: z.array(factsSchema).default([]),
  sources: z.array(sourceSchema).min(1),
});

function isTimeZone(name: string): boolean {
  return accepts(() => new Intl.DateTimeFormat('en', { timeZone: name }));
}

function isLanguage(tag: string): boolean {
  return accepts(() => Intl.getCanonicalLocales(tag));
}

function accepts(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
}
