import { announcesVersion } from './announces-version.ts';

/** "Monthly release with …", "This release adds …". */
const LEAD_OF_RELEASE =
  /^(?:[\p{L}\p{N}.+'-]+ ){0,5}(?<!\b(?:press|earnings|security|after|before|since|(?:on|of|about|since) the) )release\b(?! (?:notes|date|cycle|cadence))/iu;
/** "New Veeam Data Platform v12.2 extends …", "new features in Prism Central 2024.1". */
const NEW_VERSION =
  /^(?:the )?new (?:\p{Lu}[\p{L}\p{N}-]* ){1,5}v?\d+(?:\.\d+)+\b|\b(?:new\b.*\bfeatures|introduc(?:es|ing)\b.*) (?:in|for) (?:\p{Lu}[\p{L}\p{N}-]* ){1,4}v?\d+(?:\.\d+)+\b/iu;
/** "Windows Server vNext Build 26491 adds …", "ESXi 8.0 Update 3g build 24859861". */
const NEW_BUILD = /\bbuild \d{4,8}\b/i;
/** "Proxmox 8.2.2 - kernel 6.8 causes freezing" tells of a version, but not that it is there. */
const TROUBLE =
  /\b(?:caus(?:es|ing)|crash(?:es|ing)?|freez(?:es|ing)|hangs?|problems?|fails|failing|breaks|broken|stuck|regression|not working|won't|unresponsive)\b/i;
/** "Introducing Azure Local", where "Introducing our partners" presents people. */
const INTRODUCTION =
  /^introducing\b(?! (?:our|your|me|my|the (?:team|author|new team)))(?!.*\b(?:part \d|getting started|tools?|innovations|company)\b)/i;
/** "ESXi 8.0 Update 3", and not "memory tiering in vSphere 8.0 Update 3". */
const UPDATE =
  /(?<!\b(?:in|on|for|from|with) (?:[\p{L}\d.-]+ ){1,3})\b(?:\d+(?:\.\d+)+|\d+ 20\d\d) update\b/iu;

/** True where a title or an opening, in whatever words, presents something new as there to be had. */
export function presentsRelease(title: string, lead: string): boolean {
  if ((announcesVersion(title) || NEW_BUILD.test(title)) && !TROUBLE.test(title)) return true;
  return (
    [INTRODUCTION, NEW_VERSION, UPDATE].some((form) => form.test(title)) ||
    LEAD_OF_RELEASE.test(lead)
  );
}

/** The page of one release on GitHub. */
export function isReleasePage(url: string | undefined): boolean {
  return url?.includes('/releases/tag/') === true;
}
