import { describe, expect, test } from 'vitest';
import { classifyEntries } from '../../../src/digest/classify/classify-entries.ts';
import { extractFacts } from '../../../src/digest/facts/extract-facts.ts';
import { productsOf } from '../../../src/digest/facts/versions/product-names.ts';
import { summarise } from '../../../src/digest/tell/summarise-story.ts';
import type { Source } from '../../../src/model/source.ts';
import { configured } from '../../support/configured.ts';
import { entry, source } from '../build.ts';

const { hypervisors } = configured;

const OPENING =
  'Microsoft has mended 120 flaws today, which is more than in any month of this year so far. Attackers already use three of them. Seven are critical, and one of those leads without a password into mail servers that stand open to the world, which nobody should leave for later. The rest is spread over office programs, drivers and the cloud.';

function read(title: string, text: string, from: Source = source('press')) {
  const [found] = classifyEntries(
    [entry('one', title, { text, sourceId: from.id })],
    [from],
    hypervisors,
  );
  if (!found) throw new Error('no entry');
  return {
    labels: found.labels.map(({ hypervisor }) => hypervisor),
    because: found.labels.map(({ because }) => because),
    text: found.entry.text,
    facts: extractFacts([found], new Map(), productsOf(hypervisors)),
  };
}

describe('a report on all flaws of a patch day', () => {
  test('is about the hypervisor that one of its gravest flaws is in, and is read for that alone', () => {
    const found = read(
      'Patch Tuesday in May closes 120 holes',
      `${OPENING}

CVE-2031-1000 - Windows Kernel Elevation of Privilege Vulnerability

The flaw in the kernel scores CVSS 9.8 and is exploited in the wild.

CVE-2031-2001, CVE-2031-2002 - Windows Hyper-V Elevation of Privilege Vulnerability

Both were exploited in attacks before the update came. They make a user SYSTEM.

Other makers

VMware mended CVE-2031-3000, which attackers use in ESXi.`,
    );
    expect(found.labels).toEqual(['hyper-v']);
    expect(found.because[0]).toContain('"Hyper-V" among the gravest flaws');
    expect(found.facts).toMatchObject({
      cves: ['CVE-2031-2001', 'CVE-2031-2002'],
      isExploited: true,
      isCritical: false,
    });
    expect(found.facts.cvss).toBeUndefined();
    expect(found.text).toContain('They make a user SYSTEM.');
    expect(found.text).not.toContain('kernel');
    expect(found.text).not.toContain('VMware');
  });

  test('is so for a row of a table that rates it critical, too', () => {
    const found = read(
      'May 2031 Patch Tuesday',
      `${OPENING}
CVE-2031-1000 9.8 Critical Windows DHCP Client Remote Code Execution
CVE-2031-2001 n/a Critical Windows Hyper-V Remote Code Execution
CVE-2031-2002 7.0 Important Windows Hyper-V Denial of Service`,
    );
    expect(found.labels).toEqual(['hyper-v']);
    expect(found.facts).toMatchObject({
      cves: ['CVE-2031-2001', 'CVE-2031-2002'],
      isCritical: true,
      isExploited: false,
    });
    expect(found.facts.cvss).toBeUndefined();
  });

  test('is so for a row under the name of its flaw, too', () => {
    const found = read(
      'May 2031 Patch Tuesday',
      `${OPENING}
Windows Kernel Elevation of Privilege Vulnerability
CVE-2031-1000 No Yes - - Important 7.8 6.8
Windows Hyper-V Remote Code Execution Vulnerability
CVE-2031-2001 No No - - Critical 8.8 7.7
CVE-2031-2002 No No Less Likely Less Likely Important 7.8 6.8
Windows Search Service Denial of Service Vulnerability
CVE-2031-1001 Yes No - - Critical 9.8 8.5`,
    );
    expect(found.labels).toEqual(['hyper-v']);
    expect(found.facts).toMatchObject({
      cves: ['CVE-2031-2001', 'CVE-2031-2002'],
      isCritical: true,
      isExploited: false,
    });
  });

  test.each([
    ['a lesser flaw', 'CVE-2031-2001 7.0 Important Windows Hyper-V Denial of Service'],
    ['a list of products', 'Critical flaws are in Windows, Office, Hyper-V and Azure.'],
    ['the flaw of another maker', 'VMware mended CVE-2031-3000, which is exploited, in ESXi.'],
    ['a server', 'CVE-2031-2001 in Windows Server 2025 is critical, and exploited in the wild.'],
    ['no attack', 'A flaw in Hyper-V, CVE-2031-2001, is not known to be exploited.'],
  ])('is about no hypervisor for %s', (_, line) => {
    expect(read('May 2031 Patch Tuesday', `${OPENING}\n\n${line}`).labels).toEqual([]);
  });

  test('has under a heading what that names, and no sentence that leans on another', () => {
    const { facts, text } = read(
      'May 2031 Patch Tuesday',
      `${OPENING} But the worst is in Hyper-V.

Office

A hole in tables, CVE-2031-1000, has CVSS 9.8.

Hyper-V

Two flaws, CVE-2031-2001 and CVE-2031-2002, are exploited in the wild.

Others

A flaw in a browser, CVE-2031-1001, is exploited, too.`,
    );
    expect(facts).toMatchObject({ cves: ['CVE-2031-2001', 'CVE-2031-2002'], isExploited: true });
    expect(text).not.toContain('browser');
    const { sentences } = summarise([entry('one', 'May 2031 Patch Tuesday', { text })]);
    expect(sentences).toEqual([
      'Two flaws, CVE-2031-2001 and CVE-2031-2002, are exploited in the wild.',
    ]);
  });

  test('stays whole where its title names the hypervisor, or its source has no other subject', () => {
    const text = 'A flaw in the guest tools, CVE-2031-1000, is critical.\nSo is one in Hyper-V.';
    expect(read('Hyper-V leads Patch Tuesday', text).text).toBe(text);
    const home = source('home', { hypervisor: 'hyper-v' });
    expect(read('May security updates', text, home).text).toBe(text);
    expect(read('Microsoft May security updates', text).text).toBe('…\nSo is one in Hyper-V.');
  });
});

test('a list of exploited flaws is about the hypervisors of those that it names by number', () => {
  const rows = `CVE-2031-1000 Acme Router Command Injection Vulnerability
CVE-2031-3000 VMware ESXi Authentication Bypass Vulnerability
CVE-2031-1001 Globex Mail Server Path Traversal Vulnerability`;
  const title = 'An agency adds three known exploited vulnerabilities to its catalog';
  const { labels, facts } = read(title, `${OPENING}\n${rows}`);
  expect(labels).toEqual(['vmware']);
  expect(facts).toMatchObject({ cves: ['CVE-2031-3000'], isExploited: true });
  expect(facts.cvss).toBeUndefined();
  expect(read(title, `${OPENING}\nOrders go out to those who run ESXi, too.`).labels).toEqual([]);
  expect(read('A wiki is known to be exploited', `${OPENING}\n${rows}`).labels).toEqual([]);
});

test('a round-up is read for what it says of the hypervisor', () => {
  const text = `ESXi hosts are encrypted by a gang that uses CVE-2031-3000.
The gang behind the attack on a hospital has published its records.
A worm in phones, CVE-2031-1000, is exploited in the wild.
Two more makers have sent out updates.`;
  const { labels, text: kept, facts } = read('Security briefing of the week', text);
  expect(labels).toEqual(['vmware']);
  expect(kept).toBe('ESXi hosts are encrypted by a gang that uses CVE-2031-3000.\n\n…');
  expect(facts.cves).toEqual(['CVE-2031-3000']);
  expect(read('VMware security: this week', text).text).toBe(text);
});
