package org.tingbok.reading.mention;

import java.util.Set;

/// Common nouns by what they can stand for, as used of parties in reports on cyber operations.
///
/// Lemmas, lower case. Own lists, from the vocabulary of the field (STIX threat-actor types, EuRepoC categories).
public final class Nouns {
  /// Groups that operate.
  public static final Set<String> GROUP = Set.of("group", "gang", "crew", "actor", "outfit", "collective", "cluster",
      "hacker", "attacker", "intruder", "operator", "adversary", "spy", "cyberspy", "hacktivist", "cybercriminal",
      "criminal", "perpetrator", "culprit", "aggressor", "syndicate", "persona", "apt", "team", "groupe", "gruppe",
      "hackergruppe", "hackergruppen", "gruppen", "aktør", "aktøren", "akteur", "hackere", "hackerne", "angreifer",
      "angriper", "angriperne", "pirate", "grupo", "staatshacker", "täter", "eindringling", "thief", "intrusion",
      "threat", "subject", "cyberactor", "conspirator", "pirates", "inntrenger", "inntrengerne", "trusselaktør",
      "pirata", "atacante", "ciberdelincuente", "delincuente", "banda",
      "colectivo", "intruso", "ciberespía", "cibercriminal", "ciberatacante");
  /// Those of them that stand for one group, and so for the last one named.
  public static final Set<String> ONE_GROUP = Set.of("group", "gang", "crew", "actor", "outfit", "collective",
      "cluster", "unit", "persona", "team", "gruppe", "gruppen", "hackergruppe", "hackergruppen", "aktør", "aktøren",
      "akteur", "groupe", "grupo", "banda", "colectivo", "syndicate", "adversary");
  /// Companies and outlets.
  public static final Set<String> COMPANY = Set.of("company", "firm", "vendor", "provider", "maker", "giant",
      "retailer", "bank", "exchange", "corporation", "manufacturer", "supplier", "developer", "startup", "operator",
      "contractor", "selskap", "selskapet", "unternehmen", "konzern", "firma", "entreprise", "société", "empresa",
      "telco", "carrier", "chain", "studio", "compañía", "aseguradora", "fabricante", "proveedor", "operadora",
      "filial");
  /// News outlets.
  public static final Set<String> OUTLET = Set.of("newspaper", "outlet", "broadcaster", "magazine", "daily", "weekly",
      "paper", "publication", "newsletter", "site", "website", "blog", "channel", "avis", "avisen", "zeitung",
      "journal", "diario", "periódico", "semanario", "cadena", "rotativo");
  /// Bodies of a state or of several.
  public static final Set<String> BODY = Set.of("agency", "service", "ministry", "department", "bureau", "office",
      "embassy", "government", "parliament", "authority", "police", "court", "committee", "alliance", "bloc",
      "directorate", "centre", "center", "unit", "administration", "commission", "council", "prosecutor", "military",
      "army", "regime", "union", "tjeneste", "tjenesten", "ambassade", "ambassaden", "departement", "departementet",
      "regjering", "regjeringen", "botschaft", "ministerium", "regierung", "behörde", "amt", "ministère",
      "gouvernement", "agence", "embajada", "gobierno", "ministerio", "agencia", "fiscalía", "policía", "parlamento",
      "congreso", "ejecutivo",
      "régimen", "tribunal", "cancillería", "ayuntamiento", "departamento", "autoridad", "organismo", "ejército",
      "unidad", "servicio",
      "organisation", "organization",
      "body", "mission", "storting", "congress", "senate", "treasury", "intelligence", "navy", "watchdog",
      "geheimdienst");
  /// People who speak for, work for or belong to somebody.
  public static final Set<String> PEOPLE = Set.of("official", "officer", "analyst", "researcher", "investigator",
      "expert", "spokesman", "spokeswoman", "spokesperson", "diplomat", "minister", "secretary", "director", "head",
      "chief", "ambassador", "president", "chancellor", "prosecutor", "agent", "leader", "manager", "executive",
      "adviser", "advisor", "engineer", "source", "lawmaker", "commissioner", "attorney", "member", "representative",
      "deputy", "boss", "chairman", "chairwoman", "chair", "premier", "general", "colonel", "counterpart",
      "employee", "staff", "authority", "talsperson", "talsmann", "talskvinne", "sjef", "sjefen", "sprecher",
      "sprecherin", "utenriksminister", "statsminister", "außenminister", "innenminister", "ministre",
      "porte-parole", "portavoz", "ministro", "ministra", "presidente", "presidenta", "vicepresidenta",
      "vicepresidente", "fiscal",
      "juez", "alcalde", "canciller", "embajador", "investigador", "experto", "analista", "funcionario", "vocero",
      "alcaldesa", "jueza", "directora", "embajadora", "consejero", "diputado", "senador", "fuente", "secretario",
      "oficial", "agente", "diplomático", "cabecilla", "líder", "miembro", "empleado", "técnico",
      "vice", "founder", "ceo", "ciso", "cto", "specialist",
      "scientist", "team", "prime", "präsident", "präsidentin", "direktor", "direktorin", "leiter", "leiterin",
      "außenministerin", "innenministerin", "bundesinnenminister", "bundesinnenministerin", "ministerin",
      "staatssekretär", "staatssekretärin", "botschafter", "botschafterin", "direktør", "direktøren", "leder",
      "lederen", "talspersonen", "statssekretær", "ambassadør", "directeur", "directrice", "président", "présidente",
      "ambassadeur", "journalist");
  /// Those of them who never speak for themselves.
  public static final Set<String> SPOKESPEOPLE = Set.of("spokesman", "spokeswoman", "spokesperson", "sprecher",
      "sprecherin", "talsperson", "talspersonen", "talsmann", "talskvinne", "porte-parole", "portavoz", "vocero");
  /// What stands before a person's name and tells no office.
  public static final Set<String> HONORIFIC = Set.of("mr", "mr.", "mrs", "mrs.", "ms", "ms.", "mdm", "dr", "dr.",
      "prof", "prof.", "professor", "sir", "dame", "lord", "lady", "herr", "frau", "mme", "monsieur", "madame",
      "señor", "señora");
  /// What an operation is called.
  public static final Set<String> OPERATION = Set.of("attack", "hack", "breach", "intrusion", "compromise",
      "operation", "campaign", "incident", "hacking", "cyberattack", "cyber-attack", "sabotage", "heist", "theft",
      "break-in", "outage", "blackout", "leak", "espionage", "cyberespionage", "cyber-espionage", "spying", "worm",
      "assault", "penetration", "infiltration", "wave", "interference", "wiper", "outbreak", "exploitation",
      "activity", "disruption", "raid", "cyberespionnage", "defacement", "ddos", "affair", "case", "mischief", "cut",
      "onslaught", "strike", "targeting", "ransomware", "malware", "robbery", "cyberoperation", "probe", "hijacking",
      "phishing", "doing", "cyberassault", "offensive", "angrep", "angrepet", "datainnbrudd", "datainnbruddet",
      "innbrudd", "innbruddet", "dataangrep", "dataangrepet", "hackerangrep", "hackerangrepet", "cyberangrep",
      "cyberangrepet", "operasjon", "kampanje", "angriff", "cyberangriff", "hackerangriff", "einbruch", "tat",
      "kampagne", "attaque", "cyberattaque", "piratage", "campagne", "opération", "ataque", "ciberataque",
      "intrusión", "campaña", "operación", "hackeo", "pirateo", "robo", "brecha", "espionaje", "sabotaje", "apagón",
      "incidente",
      "filtración", "ciberespionaje", "infección", "intervención", "asalto", "stealing", "scheme", "power", "stunt",
      "cyberstrike", "shutdown",
      "tampering", "reconnaissance", "attempt", "takeover", "effort");

  private Nouns() {
  }
}
