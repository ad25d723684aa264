import { FORM_RULES } from './form-rules.ts';
import { phrases, type TopicRule } from './topic-rule.ts';

/** What a piece is about. */
const SUBJECT_RULES: readonly TopicRule[] = [
  {
    topic: 'security',
    anywhere: phrases(`
      CVE, VMSA, XSA, NXSA, CVSS, vulnerabilit*, security update, security updates, security
      and maintenance, security patch*, security fix*, security advisor*, security
      bulletin*, security flaw*, security hole*, security release, zero day*, 0 day*,
      exploited, ransomware, patch tuesday, privilege escalation, privilege escalations,
      elevation of privilege, guest escape*, VM escape*, sandbox escape*, hypervisor
      escape*, guest to host, remote code execution, arbitrary code, code execution,
      authentication bypass, auth bypass, authorization bypass, buffer overflow, out of
      bounds, use after free, path traversal, command injection, SQL injection, backdoor*,
      malware, hardening, security finding*, botnet*, pwn2own, side channel, escalate on the
      host, attackers, threat actors, threat actor, Sicherheitslück*, Schwachstell*,
      Sicherheitsupdate*, kwetsbaar*, beveiligingslek*, vulnérabilit*, faille de sécurité, correctif* de sécurité, 脆 弱 性`),
    not: phrases(`
      live patch, live patching, patch strategy, recovery from ransomware, ransomware recovery, ransomware resilience,
      extended security updates, security updates until, security updates for * years, patch
      release, patch management, patch panel, attack surface, critical mass, security
      updates without, receive security updates, receives * security updates, get security
      updates, gets security updates, bis * Sicherheitsupdates, updates for * years`),
    title: phrases(`
      flaw, flaws, exploit, exploits, exploiting, exploitation, RCE, denial of service, DoS,
      bypass, spoofing, injection, hacked, hackers, hacker, hacking, phishing,
      spearphishing, spectre, meltdown, threat activity, attacker, cyberattack*, attacks,
      critical update, critical updates, critical patch*, security issue*, security bug*,
      security audit*, security alert*, security notice*, security hotfix*, security
      response, security incident*, enhanced security, known exploited, CISA, patch,
      patches, patched, unpatched, critical * bug, critical * bugs, severe * bug*, security
      bug, high severity, warns of * bug*, hijack*, data breach, espionage, infostealer*,
      APT, under attack, attacked, encrypts, extortion, attack, faille, failles, patch now,
      memory corruption, overflow`),
    sourceName: phrases(`
      security advisor*, advisories, KEV, CVE, PSIRT, CERT, SOC, security response, CISA`),
  },
  {
    topic: 'release',
    anywhere: phrases(`
      has released, have released, been released, was released, is released, today released,
      just released, generally available, general availability, now available, announce the
      release, announcing the release, announce the availability, announces the
      availability, announcing the availability, announce the general, availability of
      version, announces version, announced version, major release, feature release, monthly
      release, first stable, point release, new release, new version of, first version,
      first release, release adds, release brings, release introduces, release focuses,
      version * adds, version * brings, came out, out now, introduces the * preview, wurde
      veröffentlicht, steht zum download, ist erschienen, リ リ ー ス さ れ, leaves
      preview, leave preview, leaves beta, out of preview,
      now shipping, now ships, new major version, update rollup, emergency
      update*, emergency fix*, gets a new version, hits general availability`),
    title: phrases(`
      released, releases, # alpha, # launch, alpha release, beta release, initial release, # # update, # release, release of, the release, release notes, release
      candidate, GA, # available, is available, are available, available now, available
      today, available in preview, availability, is out, is here, is live, are here,
      launches, launched, launch of, Neuerungen, arrives, arrived, debuts, unveils,
      unveiled, ships, shipping, rolls out, rolling out, enters * preview, distribution release, release information, update
      rollup*, hotfix*, maintenance release*, emergency fixes, out of band, major update*, major *
      update, new build, preview build, what is new, whats new, what s new, has landed, landed, lands, revives, novità,
      nouveautés, novedades, nuova release, nouvelle version, nueva versión, is back, hits GA, goes GA,
      reaches GA, out now, preview,
      beta, RC, RC1, RC2, # stable, introducing * #, introduces * #, announcing * #,
      announces * #, announce * #, next major, leaves beta, leaves tech preview, is now LTS,
      is now stable, comes to, verfügbar, veröffentlicht, freigegeben, erschienen,
      disponible, sortie, リリース, 提 供 開 始, 一 般 提 供`),
    not: phrases(`
      releases * security updates, releases * security update, releases * advisory, releases
      * advisories, release * advisory, releases * patches, releases * patch, releases *
      fixes, releases * fix, releases * update, releases * updates, released * fixes,
      released * patches, available * free, available * personal use, launches * support,
      launches support, free * available, release date, release cycle, release cadence,
      press releases, security release, security releases, not available, patches *
      available, patch * available, registration * available, on demand, session* *
      available, launch event, launch week, launch an investigation, launches * attack*, launches * audit*, launches *
      lawsuit*, launches * program, introduces * fee, introduces * fees,
      free is back, introduces * price*, introduces * pricing, introduces * subscription*, introduces *
      license*, introduces * licensing, announces * price*, announces * pricing, announces *
      licensing, end of general availability, end of availability, ends
      availability, here to stay, releases * results, releases * report, announces * results, announces * quarter, patches are out,
      announces date, announce * collaboration, announces * collaboration, announce * partnership, announces * partnership, security updates are available, security hotfix*`),
    sourceName: phrases('releases, changelog, release notes'),
  },
  {
    topic: 'licensing',
    anywhere: phrases(`
      licensing, licencing, licensee*, perpetual, per core, core minimum, # core minimum, #
      cores minimum, 72 core, price increase*, price hike*, price rise*, price change*,
      pricing change*, pricing model, price cut*, cost increase*, cost hike*, personal use,
      license dispute, licence dispute, evaluation licen*, now free, is free,
      are free, becomes free, made free, free again, goes free, free to use, gives away,
      giving away, license audit*, licence audit*, audit letter*, third party support,
      pricing, per socket, per CPU, priced at, list price, free version, free
      tier, free hypervisor, support contract*, support dispute, contract terms, renewal
      price*, up for renewal, free for commercial, free for all, free for everyone, free for
      home, for free, free of charge, no longer free, subscription only, subscription based,
      subscription model, subscription pricing, subscription renewal*, subscription licens*,
      subscription contract, paid subscription, pay as you go, license change*, license
      model, license key*, licence key*, license cost*, licence cost*, license term*,
      licence term*, license portability, licence portability, license file, licence file,
      license fee*, licence fee*, licence model, licence change*, free license*, free
      licence*, perpetual license*, support renewal*, support extension, contracts *
      renewal, cease and desist, late fee*, late renewal*, Lizenz*, Preiserhöhung*, hausse
      de prix, hausse des prix, hausses de prix, licences perpétuelles, licence perpétuelle,
      ラ イ セ ン ス, ライセンス, end of * licences, end of * licenses, no longer sell, no longer
      sells, no longer resell, no longer * resell, may * resell, stops selling, hybrid benefit, software assurance, no longer pay,
      no longer pays, BYOL, bring your own license, bring your own licence, bring your own
      subscription, core count*, counting cores, cores to license, core licenses, core
      licences, many licenses, many licences, EULA, license agreement*, licence agreement*,
      licensing agreement*, term license*, term licence*, enterprise agreement*, true up, true
      ups, software audit*, compliance audit*, free of cost, goes paid, now paid, paid
      feature, paid service, leaves * free preview, free preview ends, end of * free preview,
      contract renewal*,
      extra charge*, times the price, tenfold bill, price book*, bundle is withdrawn, paid contract,
      paid support, soporte pago, their own subscription, bring their own license*, bring their own licence*,
      without a license, without a licence, entitlement is, entitlements are, downloaded at no cost, available at no cost, at renewal, renewal quote*, cost of renewal, renewal cost*, renewal bill*, paid edition,
      paid tier, paid add on, paywall, per processor, per VM pricing, price list, list prices,
      steep price*, higher price*, raises price*, raising price*, prices rise*, prices rose,
      costs rise*, bill * tripled, subscription fee*, subscription cost*, subscription
      price*, subscription bundle*, annual subscription*, by subscription, to subscriptions,
      to subscription, new subscriptions, minimum purchase, minimum order, host fee, service
      fee, teurer, Abonnement*, Mietmodell, tarification, 値 上 げ, サ ブ ス ク リ プ シ ョ ン`),
    title: phrases(`
      unlicensed, free preview, ESXi Free, free VMware, brings back * free, bring back * free, no free,
      license, licenses, licence, licences, licensed, licenced, subscription, subscriptions,
      price, prices, pricing, pricey, free edition, free for, available free, free ESXi, free plan, ends
      free, no more free, kills free, free * ends, renewal, renewals, SKU, SKUs, surcharge*,
      entitlement, entitlements, bundles, bundling, audits, paywall, kostenlos*, Preise,
      abonnement*, tarif, tarifs, gratuit*, 価 格, 無 償, cost of, costs, cheaper, expensive,
      discount*, fee, fees, charge for, charges, charging, renew, renewing, minimum order,
      minimum purchase, contract, contracts, hobbyist program*, PAYG, paid, editions, at no cost, no charge, core minimum*, minimum cores,
      audit, audited, auditing, pays more, pay more, billing, billed, invoice*, kosten, teuer,
      facture*, coût*`),
    not: phrases(`
      storage costs, driving down * costs, ferramenta gratuita, herramienta gratuita, strumento gratuito, outil gratuit, kostenloses tool, raises material costs,
      second per core, seconds per core, performance per core, memory per core,
      throughput per core, GB per core, MB per core, no free lunch, migration costs,
      migrations costs, no entitlements, open source license, open source
      licence, under the * license, under the * licence, GNU * license, AGPL * license, no
      subscription, no subscription repositor*, subscription repositor*, stays free, stays free for personal use,
      remains free, price tag, without a support contract, without a subscription, content licensing, free webinar, free ebook, free trial, free training,
      free course, free space, use after free, free up, vendor lock in free, error free,
      hands free, feel free, agent free, agentless, freebsd, downtime free, free event, free
      virtual event, price performance, free live, free memory, reduce costs, cut costs,
      lower costs, free download of, stress free, toil free, free tier firewall, ransom * paid, paid * ransom, paid off, bounty * paid, bounties * paid, registration * free, free * registration, free to attend,
      free to join, attend * free, attendance * free, security audit*, audit log*, audit trail*,
      security editions, cost of ownership, contract work, smart contract*`),
  },
  {
    topic: 'lifecycle',
    anywhere: phrases(`
      end of life, end of support, end of general support, end of sale, end of availability,
      end of maintenance, end of service, end of servicing, no longer supported, no longer
      sold, no longer available, is retired, are retired, being retired, is discontinued,
      are discontinued, is deprecated, support ends, support ended, out of support, portal
      switch, portal cutover, portal migration, must activate, reaches its end, reaches the
      end, reaches end, reach end, end of mainstream support, Supportende, Support Ende, fin
      de support, fin de vie, サ ポ ー ト 終 了, サポート 終 了, was
      the last, end of the line, renamed, new name, rebrand*, rebrands, phased out, phases
      out, phasing out, withdrawn, is withdrawn, leaves general support, leave general support,
      eingestellt, abgekündigt`),
    title: phrases(`
      EOL, EOS, EOA, EoGS, sunset, sunsets, sunsetting, discontinu*, retire, retires,
      retired, retiring, retirement, deprecat*, extended support, extended security,
      lifecycle, support portal, customer portal, portal closes, customer connect, shuts
      down, shut down, shutting down, removed, kills, kills off, axes, pulls the plug,
      deadline, end of, gives up, drops support, kündigt, Aus für, stops selling, no longer`),
    not: phrases(`
      lifecycle manager, lifecycle management, VM lifecycle, full lifecycle, end of year,
      end of the year`),
  },
  {
    topic: 'partnership',
    anywhere: phrases(`
      partnership, partnerships, partners with, partnered with, partnering with,
      collaboration with, collaborates with, collaborate to, announced a collaboration,
      alliance with, teams up, teamed up, teaming up, joins forces, join forces, joint
      solution, jointly, strategic agreement, resell agreement`),
    title: phrases(`
      partner to, partner on, partner with, partners to, partners on, partner programme,
      partner numbers, partner network, partner tier*, channel partner*, channel program*, new partners, partnering, partnered, alliance, collaboration, collaborate,
      collaborates, OEM, to support, support for, supports, certified, certification,
      interoperability, integrates with, integration with, partner program, brings support, adds support, gains support,
      lands with * support, gets * support, now supports, external storage, Partnerschaft,
      partenariat`),
    not: phrases(`
      end of support for, support for free, extended support for, drops support for, ends
      support for, renewal of * support for, end support for, third party support`),
  },
  {
    topic: 'migration',
    anywhere: phrases(`
      migrate from, migrating from, migrated from, migrates from, migration from, migrate
      away, migrating away, migration away, migrate off, migrating off, moving away from,
      move away from, moved away from, move off, moving off, switch from, switched from,
      switching from, moving from, moves from, moved from, leave VMware, leaves VMware,
      leaving VMware, VMware exodus, migration stor*, migration project*, VMs from, away
      from VMware`),
    title: phrases(`
      migrate, migrates, migrated, migrating, migration, migrations, migrator, import
      wizard, exodus, ditch, ditches, ditched, ditching, dump, dumps, dumped, abandon,
      abandons, abandoning, flee, flees, fleeing, leave, leaves, leaving, quit, quits,
      quitting, exit, exits, exiting, switch to, switches to, switching to, switched to,
      shift to, shifting to, moving to, move from, away from, replace, replaces, replaced,
      replacing, replacement, alternative, alternatives, reduce usage, Umstieg, wechselt,
      wechsel, ablös*, migrer, Alternativen, 移 行`),
    not: phrases(`
      live migration, live migrations, storage migration, storage live migration, VM
      migration, disk migration, quick migration, cross cluster migration, migration
      compression, migration network, migration threshold, leaves * systems, leaves *
      exposed, leaves * customers, leaves * open, leaves * vulnerable, memory dump, core
      dump, crash dump, leaves the legacy, leaves beta, leaves preview, exit code, nothing to replace, replace disk`),
  },
  {
    topic: 'business',
    anywhere: phrases(`
      acquisition of, to acquire, has acquired, quarterly results, quarterly earnings,
      quarterly revenue, annual recurring revenue, lawsuit, lawsuits, legal dispute, legal
      battle, filed a complaint, antitrust, fiscal quarter`),
    title: phrases(`
      acquire, acquires, acquired, acquiring, acquisition, merger, takeover, earnings,
      revenue, revenues, quarter, quarterly, fiscal, financial, financially, layoff*,
      layoffs, IPO, shares, investor, investors, sue, sues, sued, suing, legal action,
      court, settle, settles, settlement, CEO, appoints, appointed, funding, CISPE,
      complaint, complaints, regulator*, market share, gartner, magic quadrant, strategy,
      Wall Street, Übernahme, Klage, verklagt, rachat, 買 収`),
    not: phrases('data acquisition, share price performance'),
  },
];

/** In the order in which topics are printed. */
export const TOPIC_RULES: readonly TopicRule[] = [...SUBJECT_RULES, ...FORM_RULES];
