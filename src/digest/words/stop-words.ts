/** Words that say nothing about a subject: English ones, and the little words of five other languages. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about above after again all also an and any are as at be been before being between both but by can could did do
does each few for from further get had has have he her here his how i if in into is it its itself just may me might
more most must my no nor not now of off on once one only or other our out over own per said same say says she should
so some such than that the their them then there these they this those through to too under until up upon us very via
versus vs was we were what when where which while who why will with within without would you your yet
auch auf aus bei das dem den der die ein eine einen für im in ist mit nach sich sie und von vor wie zu zum zur
au aux avec ce ces dans de des du elle en est et la le les leur leurs par pas plus pour que qui sa ses son sont sur tous un une
al como con del el es las los más para por se sin su sus y che dei del della di gli il lo nel non per più un uno
een het met naar niet ook van voor wordt`
    .split(/\s+/)
    .map((word) => word.trim()),
);

/**
 * Words that half of this field's headlines share. A small period's own counts cannot show that
 * "VMware" or "update" is no sign of one story, so they are taken as seen often before.
 */
export const TRADE_WORDS: ReadonlySet<string> = new Set(
  `add admin administrator advisory ai alternative announce api app application available backup best better big blog
bring broadcom bug business center change choice cisa client cloud cluster community company complete container
critical customer data database datacenter day deploy deployment design desktop developer device disk enable
enterprise environment esx esxi event exploit exploited fail feature first fix flaw foundation free full fusion general
generally good group guest guide hardware help high hold home homelab host hyper hypervisor image import improve
improvement information infrastructure install integration introduce issue join kernel key know kubernetes latest
launch learn let licens license lifecycle linux live local long machine maintenance make manage management manager
memory microsoft migrate migration move multiple ng network new news next node note nutanix offer old open
operation option orchestra part partner patch perform performance period plan platform point pool post preview product
project protect proxmox publish ready release report resource run running scale secur security server service set
setup software solution source start step storage strategy support system take team test time tip tool tutorial
update upgrade use user vcenter vcf ve vendor version video view virtual virtualization vm vmware vsphere vulnerability
want way web week win window windows work workload workstation world xcp xen year`.split(/\s+/),
);
