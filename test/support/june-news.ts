import type { FeedItem } from './feed-server.ts';

export const firstOfJune = ['--as-of', '2024-06-01T12:00:00Z'];
export const secondOfJune = ['--as-of', '2024-06-02T12:00:00Z'];

export const release: FeedItem = {
  id: 'pve-8-2',
  title: 'Proxmox VE 8.2 released',
  text: 'Proxmox Virtual Environment 8.2 is available. It brings an import wizard for ESXi guests.',
  publishedOn: '2024-05-24',
};
export const advisory: FeedItem = {
  id: 'vmsa',
  title: 'VMSA-2024-0011: VMware ESXi updates address CVE-2024-22273',
  text: 'VMware ESXi has a storage controller flaw. Updates are available.',
  publishedOn: '2024-05-31',
};
export const chatter: FeedItem = {
  id: 'chat',
  title: 'A chat tool changes its terms',
  text: 'Nothing here is about machines that are virtual.',
  publishedOn: '2024-05-30',
};
