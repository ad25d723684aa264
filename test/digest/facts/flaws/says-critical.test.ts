import { describe, expect, test } from 'vitest';
import { saysCritical } from '../../../../src/digest/facts/flaws/says-critical.ts';

describe('called critical', () => {
  test.each([
    'A critical vulnerability in vCenter',
    'Severity: Critical',
    'critical-severity flaws',
    'Broadcom rates it as critical severity',
    'Critical VMware Workstation and Fusion flaw',
    'A flaw that we rate as critical',
    'The vendor considers it critical.',
    'We closed a critical guest-to-host escape.',
    'The vendor releases critical VMware patches.',
    'Critical updates for vCenter',
    'You should patch this critical flaw now.',
    'CVE-2031-1000 9.8 Critical Acme Router',
    'CVE-2031-1000 | No | No | - | - | Critical | 8.8',
    'CVE-2031-1000 | n/a | Critical | Acme Router',
    'Acme Router CVE-2031-1000 Acme Router Denial of Service Vulnerability Critical',
    'Critical and important flaws are fixed.',
  ])('"%s" is', (text) => {
    expect(saysCritical(text)).toBe(true);
  });

  test.each([
    'For business-critical updates of your books',
    'mission-critical patch windows',
    'AHV adoption reaches critical mass',
    'Not a critical vulnerability',
    'critical infrastructure operators',
    'CVE-2031-1000 Critical infrastructure of Acme',
    'CVE-2031-1000 7.8 Important Acme Router, for Critical hosts',
    'If you ever put off a critical ESX patch, you know it.',
    'To be paid, the flaw must be of Critical or Important severity.',
    'We answer any critical vulnerability within a day.',
    'This becomes critical when a patch is due.',
    'It deploys critical patches without a reboot.',
    'Teams fall behind with critical updates.',
  ])('"%s" is not', (text) => {
    expect(saysCritical(text)).toBe(false);
  });
});
