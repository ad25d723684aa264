/** Who makes backup, storage, servers, chips and desktops for the hypervisors of others. */
const MAKERS = [
  'Acronis|Bacula|Catalogic|Cohesity|Commvault|Druva|HYCU|NAKIVO|Nakivo|Rubrik|Storware|Veeam|Veritas|Vinchin|Zerto',
  'Blockbridge|DataCore|Dell|Everpure|Hitachi Vantara|Infinidat|LINBIT|NetApp|PowerFlex|PowerStore|Pure Storage|StarWind|StorPool',
  '2CRSi|AMD|Cisco|Fujitsu|HPE|Lenovo|NVIDIA|Nvidia|Supermicro',
  'Azure Virtual Desktop|Canonical|Omnissa|ServiceNow',
].join('|');
/** What a maker sells as a hypervisor of its own is no work for others. */
const MAKER = new RegExp(`\\b(?:${MAKERS})\\b(?! (?:VM Essentials|Morpheus|Private Cloud))`);
/** What is asked, found out, written down or left is no work on a product. */
const OTHER_WORK =
  /\b(?:stud(?:y|ies)|surveys?|reports?|release (?:information|notes)|documentation|architecture|white ?papers?|workarounds?|design|sizing|what['’]s new|reference|quiz|versus|vs)\b/i;

/**
 * True where a headline on a hypervisor names who makes things for it: "Veeam adding Proxmox VE
 * support", "Dell PowerStore coming to Nutanix".
 */
export function namesMaker(title: string): boolean {
  return MAKER.test(title) && !OTHER_WORK.test(title);
}
