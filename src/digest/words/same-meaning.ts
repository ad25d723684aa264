/**
 * Words that headlines of one event choose between, each line under its first word: in English, and
 * what German, French, Spanish, Italian and Dutch desks write for it.
 */
const LINES = `
acquisition acquire acquires acquiring takeover buyout purchase übernahme übernimmt rachat rachète adquisición adquiere acquisizione
probe investigation investigate investigates investigating inquiry untersuchung enquête investigación indagine
kill end terminate discontinue axe scrap retire stop beendet streicht stoppt kündigt supprime arrête fin fine cierra elimina
free kostenlos kostenlose kostenlosen gratis gratuit gratuite gratuites gratuita gratuito
price cost preis preise prix precio precios prezzi prijs prijzen
hike increase rise raise jump soar surge erhöhung preiserhöhung hausse augmentation subida aumento
perpetual perpétuelle perpétuelles perpetua perpetuas perpetue unbefristet unbefristete
subscription abonnement abonnements abo abonner suscripción suscripciones abbonamento abbonamenti
partner partnern partenaire partenaires partenariat reseller revendeur revendeurs wiederverkäufer socio socios rivenditori
contract vertrag verträge contrat contrats contrato contratos contratto contratti
hypervisor hyperviseur hyperviseurs hipervisor hypervisore
customer kunden kunde client clients cliente clientes clienti klanten
license lizenz lizenzen licencia licencias licenza licentie licenties
flaw vulnerability hole weakness sicherheitslücke sicherheitslücken schwachstelle schwachstellen faille failles vulnérabilité vulnérabilités vulnerabilidad vulnerabilità lek kwetsbaarheid
lawsuit sue suit klage klagt verklagt plainte procès poursuit demanda demande rechtszaak
court judge rechter gericht tribunal juge juez
accuse accuses accusation allege allegation wirft
violation violate breach infringe infringement infraction verstoß
layoff job redundancy stellenabbau licenciement
unveil reveal debut introduce
eu brussels ec europäisch européenne
ditch dump abandon leave quit flee
`;

/** From a word to the one that stands for it. Both lower case, as they are written. */
export const SAME_MEANING: ReadonlyMap<string, string> = new Map(
  LINES.trim()
    .split('\n')
    .flatMap((line) => {
      const [first = '', ...others] = line.split(' ');
      return others.map((other) => [other, first] as const);
    }),
);
