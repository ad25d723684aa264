import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findTemplates } from '../../../src/digest/tell/find-templates.ts';
import { summarise } from '../../../src/digest/tell/summarise-story.ts';
import { entry } from '../build.ts';

const summaryOf = (text: string, title = 'A title') =>
  summarise([entry('one', title, { text })]).sentences;

const FIRST = 'Proxmox VE 8.2 brings an import wizard for ESXi guests.';
const SECOND = 'It also installs without an operator.';

describe('a summary', () => {
  test('is the opening: at most three sentences', () => {
    const text = `${FIRST} ${SECOND} The firewall can use nftables now. A fourth sentence follows here.`;
    expect(summaryOf(text)).toEqual([FIRST, SECOND, 'The firewall can use nftables now.']);
  });

  test('ends before 400 characters, never within a sentence', () => {
    const long = `Administrators ${'and users '.repeat(34)}will like it.`;
    expect(summaryOf(`${FIRST} ${long}`)).toEqual([FIRST]);
  });

  test.each([
    ['a byline', 'By Rich on 5 June 2024.'],
    ['the end of an excerpt', 'The new release also brings […]'],
    ['an ellipsis', 'And there is more to come...'],
    ['a call to read on', 'Continue reading for the details of it.'],
    ['a footer', 'The post A title appeared first on The Blog.'],
    ['a call for subscribers', 'Subscribe to our newsletter for more of this.'],
    ['a heading', 'What is new in this release'],
    ['a greeting', 'Hello everyone and welcome back.'],
    ['a question', 'Are you ready for the next release?'],
    ['a link', 'See https://example.org/notes for all of it.'],
    ['code', 'Run it with { force: true } in the shell.'],
    ['a field of an advisory', 'CVSSv3 range: 4.9 to 8.1 in all.'],
    ['a call to visit', 'For more information, visit our website.'],
    ['a call to register', 'Register now to keep your seat at the show.'],
    ['a call to download', 'Download the new version for free today.'],
    ['a call to buy', 'To order licences, contact our sales team in Vienna.'],
    ['a line of a table', 'Exploitability assessment: Exploitation Detected.'],
    ['a line on the company', 'About Acme Widgets Acme makes widgets for all the world.'],
    ['a pointer to a page', 'For the meaning of the levels, see our Ratings page.'],
    ['a pointer with an article', 'To update the hosts, follow the documentation.'],
    ['a pointer to here', 'Checksums and signatures are available here.'],
    ['a pointer to sections', 'See the sections below for what is new in 9.0.'],
    ['an invitation to a forum', 'You can also join the discussion on our forum.'],
    ['an invitation to come back', 'Check back for additions to these notes.'],
    ['a page on itself', 'This article lists the known issues of the release.'],
    ['a page on its form', 'This checklist is organized into six phases.'],
    ['a pointer in German', 'Weitere Informationen finden Sie in der Dokumentation.'],
    ['a pointer in French', 'Consultez notre documentation pour la liste complète.'],
    ['a pointer in Italian', 'Scarica la nuova versione dal sito del produttore.'],
    ['a pointer in Spanish', 'Para más información, consulte la página del fabricante.'],
    ['the opening of a call', 'Operator: Welcome to the call of the third quarter.'],
    ['the answer to it', 'Thank you, Anna, and good afternoon to all of you.'],
    ['a disclaimer', 'The text is provided for informational purposes only.'],
    [
      'a question that nobody answered',
      'Acme did not immediately respond to a request for comment.',
    ],
    ['an appeal', 'Immediate action is recommended to all of them.'],
    ['an appeal in French', 'Imaginez un instant que vos serveurs soient ouverts à tous.'],
    ['one person', 'I have tried the new release on my three hosts.'],
    ['one person in German', 'Das neue Release habe ich auf drei Hosts getestet.'],
    ['one person in French', 'J’ai essayé la nouvelle version sur trois serveurs.'],
    ['a filled-in template', 'The host is affected by several vulnerabilities .'],
    ['a list of weaknesses', 'CWE-306 Missing authentication for a critical function.'],
    [
      'a description of a picture',
      'An office scene with two people discussing a server in a rack.',
    ],
    ['a half quotation', 'He said "this is the best release ever.'],
  ])('leaves out %s', (_, furniture) => {
    expect(summaryOf(`${furniture}\n${FIRST}`)).toEqual([FIRST]);
    expect(summaryOf(furniture)).toEqual([]);
  });

  test('leaves out what points back to a sentence that was left out', () => {
    const text = `Click here to see the video of it.\n${SECOND}\n${FIRST}`;
    expect(summaryOf(text)).toEqual([FIRST]);
  });

  test.each([
    'Another flaw was found a day later by the same people.',
    'At the same time, prices of the bundles went up.',
    'The flaw carries a score of 9.8 and needs no account.',
    'The swift update came within a week of the first reports.',
    'C’est la troisième faille de cette année pour la société.',
    'Dabei gehen auch die Snapshots der Gäste verloren.',
    'Además, los precios suben un veinte por ciento.',
    'Questa versione arriva dopo due anni di lavoro.',
    'Die Schwachstelle wird seit einer Woche ausgenutzt.',
  ])('leaves out what leans on a sentence that was left out: %s', (leaning) => {
    expect(summaryOf(`Click here to see the video of it.\n${leaning}\n${FIRST}`)).toEqual([FIRST]);
    expect(summaryOf(`${FIRST}\n${leaning}`)).toEqual([FIRST, leaning]);
  });

  test.each([
    'The flaw in ESXi 8.0 needs no account of the host.',
    'The vulnerability, tracked as CVE-2024-37085, is in the domain join.',
    'The Proxmox release comes a year after the one before.',
    'Die neue Oberfläche kommt ohne Java aus.',
    'This release brings 12 fixes for the importer.',
  ])('what says itself which one it means leans on nothing: %s', (sentence) => {
    expect(summaryOf(`Click here to see the video of it.\n${sentence}`)).toEqual([sentence]);
  });

  test('never says "the flaw" of one that only a sentence left out has named', () => {
    const first = 'Vendors of virtualization had a busy Tuesday in May.';
    const flaw = `CVE-2024-37085, a use-after-free, ${'and so on '.repeat(35)}lets guests out.`;
    const scored = 'The flaw has a score of 9.8 and needs no account.';
    expect(summaryOf(`${first} ${flaw} ${scored}`)).toEqual([first]);
    const named = 'Vendors of virtualization closed a bug on Tuesday in May.';
    expect(summaryOf(`${named} ${flaw} ${scored}`)).toEqual([named, scored]);
  });

  test('opens with a list of keywords only for want of a sentence', () => {
    const list = 'Licence costs, migration phases, exit clauses, and the framework for 2026.';
    expect(summaryOf(`${list} ${FIRST}`)).toEqual([FIRST]);
    expect(summaryOf(list)).toEqual([list]);
    expect(summaryOf(`${list} ${SECOND}`)).toEqual([list, SECOND]);
    const whole = 'Licence costs, migration phases, and exit clauses worried half of Europe.';
    expect(summaryOf(`${whole} ${FIRST}`)).toEqual([whole, FIRST]);
  });

  test('begins where the subject is named, where the first sentence may stand above any text', () => {
    const empty = 'The world of security has just become a little more dangerous.';
    expect(summaryOf(`${empty} ${FIRST}`, 'Attacks on hosts')).toEqual([FIRST]);
    expect(summaryOf(`${empty} ${SECOND}`, 'Attacks on hosts')).toEqual([empty, SECOND]);
    const leaning = 'Proxmox VE answers these two questions with a wizard.';
    expect(summaryOf(`${empty} ${leaning}`, 'Attacks on hosts')).toEqual([empty, leaning]);
    const titled = 'A wizard takes the work out of it for most people.';
    expect(summaryOf(`${titled} ${FIRST}`, 'The wizard is here')).toEqual([titled, FIRST]);
    const dated = 'In spring 2024 most people had other things to do.';
    expect(summaryOf(`${dated} ${FIRST}`, 'The wizard is here')).toEqual([dated, FIRST]);
  });

  test('begins where the subject is named, where what stands before that is unusable', () => {
    const item = 'Snapshots now work with disks of Windows 11 guests.';
    const title = 'Proxmox VE 8.2 released!';
    expect(summaryOf(`Highlights\n${item}\n${FIRST}`, title)).toEqual([FIRST]);
    expect(summaryOf(`Highlights\n${item}`, title)).toEqual([item]);
    expect(summaryOf(`${item}\n${FIRST}`, title)).toEqual([item, FIRST]);
  });

  test('takes a sentence in lower case after a greeting, and only there', () => {
    const sentence = 'we are pleased to announce Proxmox VE 8.2.';
    expect(summaryOf(`Hi all,\n\n${sentence}`)).toEqual([sentence]);
    expect(summaryOf(`Highlights\n\n${sentence}`)).toEqual([]);
  });

  test('stops where a list begins', () => {
    expect(
      summaryOf(`${FIRST}\nHighlights\nfaster\nKernel 6.8 is the default from now on.`),
    ).toEqual([FIRST]);
  });

  test('does not repeat the title', () => {
    expect(summaryOf(`Proxmox VE 8.2 is out now! ${FIRST}`, 'Proxmox VE 8.2 is out now')).toEqual([
      FIRST,
    ]);
  });

  test.each([
    'BARCELONA, Spain – .NEXT Conference – May 21, 2024 – ',
    'SAN JOSE, Calif. – June 14, 2025 – ',
    'Vienna, Austria, 14 June 2025 – ',
    'PALO ALTO, Calif., June 14, 2025 (GLOBE NEWSWIRE) -- ',
    'PALO ALTO, Calif.--(BUSINESS WIRE)--',
    'LONDON, June 14, 2025 /PRNewswire/ -- ',
    'VIENNA, Austria – ',
    'VIENNA, June 14 (Reuters) – ',
    'Frankfurt (dpa) - ',
    'PARIS, 14 juin (AFP) — ',
    'Details: ',
    'Executive summary: ',
    'Zusammenfassung: ',
    'A subtitle of the release\n\nSAN JOSE, Calif. – June 14, 2025 – ',
  ])('starts after the place and date of a press release: %s', (dateline) => {
    expect(summaryOf(`${dateline}${FIRST}`)).toEqual([FIRST]);
  });

  test.each([
    'Exclusive: ',
    'Exclusive ',
    'EXCLUSIVE ',
    'Updated: ',
    'Analysis – ',
    'Hands-on: ',
    'Breaking news | ',
  ])('starts after "%s"', (kicker) => {
    expect(summaryOf(`${kicker}${FIRST}`)).toEqual([FIRST]);
  });

  test('starts after the label of a line, further on, too', () => {
    expect(summaryOf(`${FIRST}\nImpact: Guests may stop without a warning.`)).toEqual([
      FIRST,
      'Guests may stop without a warning.',
    ]);
  });

  test.each([
    'Windows Server 2025 – Hyper-V above all – is faster than the one before it.',
    'VMware Cloud Foundation (VCF) – The platform of that name – has a new version.',
    'Storage (ZFS) – a second one for backups – is set up by the installer.',
    'Import wizard for ESXi: guests come over in the web interface.',
    'Exclusive rights to the name were sold last week.',
    'Download times are half of what they were before.',
    'Contacts of the vendor say that a patch is near.',
    'Registers of the guest are saved in a better way.',
    'About half of Acme users have not moved so far.',
    'One thing is new: the import wizard reads ESXi hosts now.',
    'Upgrade to 8.0 U3e to close all three of the flaws.',
    'Check Point customers are not affected by the flaw.',
    'The documentation of the interface is now available in six languages.',
    'Follow-up patches came a week later, with version 8.3.',
    'The new checklist is organized by the size of a cluster.',
    'Join tokens of a cluster expire after an hour from now on.',
    'The list of fixes is below that of last year by a third.',
    'A flaw in the driver lets a guest write to the memory of its host.',
    'Two bugs with the storage of snapshots hold up the release.',
    'Proxmox, Nutanix, and the owner of VMware raise their prices for the new year.',
    'Broadcom, Dell und HPE liefern die neuen Server im Herbst.',
    'Type I hypervisors run on the hardware itself.',
    '“I am glad about it,” said the head of Vates in Grenoble.',
    'Je nach Umgebung dauert der Umzug mehrere Wochen.',
  ])('keeps "%s"', (sentence) => {
    expect(summaryOf(sentence)).toEqual([sentence]);
  });

  test('prefers, after the first sentence, those that say most, in their order', () => {
    const plain = 'Users had asked for it for a long time.';
    const memory = 'Memory per machine goes up to 240 terabytes.';
    const cores = 'A machine may have 2,048 virtual processors.';
    expect(summaryOf(`${FIRST} ${plain} ${memory} ${cores}`)).toEqual([FIRST, memory, cores]);
  });

  test('never separates a sentence from the one that it points back to', () => {
    const plain = 'The vendor gives a reason.';
    const back = 'It needs 240 terabytes and 2,048 processors.';
    const other = 'Kernel 6.8 and ZFS 2.2 are the defaults.';
    expect(summaryOf(`${FIRST} ${plain} ${back} ${other}`)).toEqual([FIRST, plain, back]);
  });

  test('leaves out what a source says of each story alike but for numbers', () => {
    const template = (id: number) =>
      `The project has told of a flaw in the hypervisor and calls it XSA-${id}.`;
    const own = 'A guest with direct access to ports can read past the end of a list.';
    const one = entry('one', 'First', { text: `${template(491)} ${own}` });
    const two = entry('two', 'Second', { text: template(494) });
    const templates = findTemplates([[one], [two]]);
    const told = (report: typeof one, known = templates) =>
      summarise([report], undefined, known).sentences;
    expect(told(one)).toEqual([own]);
    expect(told(two)).toEqual([template(494)]);
    expect(told(one, findTemplates([[one, two]]))).toEqual([template(491), own]);
    const elsewhere = { ...two, sourceId: 'another' };
    expect(told(one, findTemplates([[one], [elsewhere]]))).toEqual([template(491), own]);
  });

  test('names the report that it is taken from: the first with something to say', () => {
    const silent = entry('silent', 'Silent', { text: 'Read more' });
    const terse = entry('terse', 'Terse', { text: 'The May release is out today.' });
    const telling = entry('telling', 'Telling', { text: `${FIRST} ${SECOND}` });
    expect(summarise([silent, terse, telling]).entryId).toBe('telling');
    expect(summarise([silent, terse]).entryId).toBe('terse');
    expect(summarise([silent])).toEqual({ sentences: [] });
  });

  test('says nothing that its source does not say', () => {
    const words = fc.constantFrom(
      'Proxmox',
      'VE 8.2',
      'the',
      'runs',
      'vSphere',
      'e.g.',
      '8.0 U3e',
      'fast',
    );
    const ends = fc.constantFrom('. ', '! ', '... ', '\n', '? ', ' (', ') ', ', ');
    const text = fc.array(fc.tuple(words, words, words, words, ends), { maxLength: 40 });
    fc.assert(
      fc.property(text, (parts) => {
        const source = parts.map(([a, b, c, d, end]) => `${a} ${b} ${c} ${d}${end}`).join('');
        const plain = source.replace(/\s+/g, ' ');
        const sentences = summaryOf(source);
        for (const sentence of sentences) expect(plain).toContain(sentence);
        expect(sentences.join(' ').length).toBeLessThanOrEqual(400);
        expect(sentences.length).toBeLessThanOrEqual(3);
      }),
    );
  });
});
