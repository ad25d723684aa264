import { phrases, type TopicRule } from './topic-rule.ts';

/** What form a piece has, or what stage or size of release it tells of: most of it weighs less than news. */
export const FORM_RULES: readonly TopicRule[] = [
  {
    topic: 'event',
    anywhere: phrases(`
      join us for, join us at, join us in, register now, register today, webinar, webinars,
      call for papers, call for presentations, call for proposals, call for speakers`),
    title: phrases(`
      conference, summit, .NEXT, VMware Explore, VMUG, ignite, keynote, keynotes, meetup, meetups,
      register, registration, session catalog, join us, virtual event, user group, developer day,
      connect #, livestream, live stream, FOSDEM, KVM Forum, hackathon, speakers, Veranstaltung*,
      ウェビナー, セミナー`),
    not: phrases('at .NEXT, at VMware Explore, at Explore, at Ignite, at VMUG'),
  },
  {
    topic: 'how-to',
    anywhere: phrases(`
      step by step, top * steps, top * tips, hardening steps, this guide, in this how to,
      walk you through, walks you through, walks through, I will show, we will show, tutorial`),
    title: phrases(`
      how to, how I, how we, how do, how can, guide, tutorials, walkthrough, walk through,
      configure, configuring, configuration, set up, setup, setting up, installing, installation,
      deploying, deployment, tip, tips, best practice*, troubleshoot*, customizing, customize,
      creating, enabling, hands on, part #, deep dive, dive into, playbook, lab, homelab,
      building, evaluating, use case, use cases, anti patterns, mastering, getting started,
      introduction to, script, what is, explained, decoded, demystif*, understand, understanding,
      everything you need, your path, lessons learned, pros and cons, checklist, Anleitung, Tipps,
      so geht, so funktioniert, Leitfaden, Schritt für Schritt, comment installer,
      comment configurer, comment migrer, bonnes pratiques, pas à pas, pièges, guía,
      cómo instalar, cómo migrar, guida, come installare, 活用, 入門, 方法, 手順, 検討`),
    not: phrases(`
      what is new, what is next, follow this guide, following this guide, see this guide,
      security update guide`),
    sourceName: phrases('wiki, documentation'),
  },
  {
    topic: 'preview',
    anywhere: phrases(`
      public preview, technical preview, tech preview, insider preview, first preview, in preview,
      preview of, public beta, release candidate, early access`),
    title: phrases(`
      preview, previews, beta, betas, alpha, RC, RCs, RC1, RC2, RC3, insider, insiders,
      プレビュー, ベータ`),
  },
  {
    topic: 'point-release',
    title: phrases('# # #, update #, point release, patch release, service pack'),
  },
  {
    topic: 'tooling',
    title: phrases(`
      terraform, ansible, packer, opentofu, pulumi, govmomi, PowerCLI, SDK, SDKs, API, APIs, CLI,
      exporter, CSI, plugin, plugins, helper script*, PowerShell module, helm`),
    sourceName: phrases('terraform, opentofu, pulumi, ansible, govmomi, packer, SDK, CSI'),
  },
  {
    topic: 'round-up',
    title: phrases(`
      round up, roundup, weekly, news of the week, this week, week in, in review, newsletter, top #,
      briefing, briefings, # best, best of, most popular, digest, links for, recap, rétrospective,
      Wochenrückblick`),
  },
  {
    topic: 'community',
    anywhere: phrases(`
      can anyone, can any one, does anyone, has anyone, any ideas, any help, any advice,
      thanks in advance`),
    title: phrases(`
      interview, opinion, podcast, my homelab, my lab, my server, my setup, my experience, episode,
      community, feedback, meet the, spotlight, vExpert, anyone`),
    not: phrases('community edition, tech community, the hacker news'),
    sourceName: phrases('forum all, reddit, hacker news, lobsters, discussion*, Q A'),
  },
  {
    topic: 'maintenance',
    anywhere: phrases(`
      maintenance release, maintenance update, maintenance updates, bugfix release, fix release,
      follow up fix`),
    title: phrases(`
      maintenance, bugfix, bugfixes, bug fix, bug fixes, hotfix, hotfixes, cumulative update,
      Wartung*`),
  },
];
