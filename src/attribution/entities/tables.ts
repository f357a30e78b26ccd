/** What kinds of speakers nouns and names stand for. Data only; each list is written as words between commas. */
import type { Kind } from "../../document.ts";

const list = (text: string): string[] =>
  text
    .split(",")
    .map((w) => w.trim())
    .filter(Boolean);
const set = (text: string): ReadonlySet<string> => new Set(list(text));

type SourceKind = Exclude<Kind, "none">;

/** Common nouns for speakers, singular, by the kind of source they are. */
const NOUNS: Readonly<Record<SourceKind, string>> = {
  person:
    "spokesman, spokeswoman, spokesperson, speaker, minister, president, premier, chancellor, mayor, governor, senator, congressman, congresswoman, lawmaker, mp, deputy, councillor, councilor, ambassador, envoy, diplomat, official, officer, commander, general, colonel, captain, major, sergeant, lieutenant, admiral, chief, director, chairman, chairwoman, chair, chairperson, head, leader, boss, undersecretary, ceo, executive, manager, owner, founder, co-founder, secretary, treasurer, prosecutor, lawyer, attorney, solicitor, barrister, counsel, judge, justice, magistrate, juror, witness, doctor, physician, nurse, surgeon, professor, lecturer, teacher, headteacher, student, pupil, researcher, scientist, expert, analyst, economist, historian, author, writer, novelist, poet, critic, columnist, commentator, blogger, editor, journalist, reporter, correspondent, presenter, host, actor, actress, singer, musician, artist, model, star, popstar, footballer, player, midfielder, striker, goalkeeper, coach, trainer, referee, athlete, driver, pilot, sailor, skipper, engineer, architect, builder, farmer, fisherman, worker, employee, clerk, accountant, baker, butler, gardener, foreman, shopkeeper, trader, banker, investor, businessman, businesswoman, entrepreneur, billionaire, tycoon, inspector, detective, constable, sheriff, policeman, policewoman, guard, soldier, spy, agent, activist, campaigner, organiser, organizer, volunteer, priest, bishop, archbishop, pope, imam, rabbi, vicar, pastor, king, queen, prince, princess, duke, duchess, emperor, sultan, emir, sheikh, dictator, heir, man, woman, boy, girl, teenager, child, mother, father, parent, brother, sister, son, daughter, wife, husband, partner, widow, uncle, aunt, cousin, grandmother, grandfather, friend, neighbour, neighbor, colleague, resident, insider, source, user, caller, caretaker, passenger, survivor, victim, patient, defendant, suspect, complainant, candidate, nominee, successor, predecessor, rival, aide, adviser, advisor, assistant, deputy, mediator, negotiator, moderator, coordinator, meteorologist, forecaster, hydrologist, geologist, epidemiologist, butcher, tuner, dancer, dealer, collector, curator, librarian, psychic, technician, mechanic, whistleblower, defector, refugee, migrant, voter, backbencher, newsreader, broadcaster, publicist, pal, poster, commenter, biologist, zoologist, botanist, ecologist, psychologist, psychiatrist, sociologist, anthropologist, archaeologist, criminologist, virologist, immunologist, cardiologist, neurologist, oncologist, oceanographer, climatologist, seismologist, volcanologist, astronomer, astronaut, physicist, chemist, mathematician, statistician, politician, philosopher, linguist, theologian, lobbyist, strategist, pollster, photographer, filmmaker, producer, screenwriter, composer, conductor, comedian, chef, landlord, tenant, shareholder, pensioner, commuter, cyclist, motorist, pedestrian, paramedic, firefighter, midwife, pharmacist, veterinarian, vet, dentist, surveyor, planner, translator, interpreter, secretary-general, vice-president, vice-chairman, vice-chairwoman, vice-chair, vice-chancellor, attorney-general, director-general, governor-general, major-general, co-chair, co-chairman, co-author, co-director, co-owner, running mate, supervisor, superintendent, master, skipper, mate, crewman, bosun, purser, steward, stewardess, fellow, widower, granddaughter, grandson, niece, nephew, cartographer, explorer, verger, cantor, organist, conservationist, restorer, auctioneer, registrar, bailiff, coroner, warden, ranger, chaplain, abbot, nun, monk, publican, innkeeper, electrician, plumber, carpenter, welder, miner, docker, porter, stoker, helmsman, lifeguard, beekeeper, breeder, brewer, winemaker, blacksmith, jeweller, tailor, barber, hairdresser, florist, grocer, greengrocer, fishmonger, barista, waiter, waitress, receptionist, headmaster, headmistress, principal, dean, provost, rector, tutor, instructor, commissioner, ombudsman, auditor, controller, comptroller, incumbent, spokesperson, rep, representative, delegate, member, veteran, champion, winner, contestant, competitor, swimmer, runner, cyclist, jockey, golfer, boxer, wrestler, sprinter, rower, climber, mountaineer, diver, skier, skater, one, him, her, somebody, someone",
  group:
    "people, experts, critics, witnesses, residents, officials, observers, supporters, opponents, protesters, demonstrators, activists, campaigners, analysts, scientists, researchers, doctors, lawmakers, mps, senators, politicians, parents, teachers, students, workers, employees, farmers, investors, traders, economists, engineers, hydrologists, historians, voters, citizens, members, families, relatives, neighbours, neighbors, villagers, locals, fans, readers, users, passengers, survivors, victims, refugees, migrants, sources, insiders, lawyers, prosecutors, diplomats, ministers, leaders, officers, soldiers, troops, rebels, militants, crew, team, audience, jury, jurors, public, community, crowd, others, many, some, most, several, few, both, men, women, girls, boys, children, teenagers, colleagues, friends, aides, advisers, allies, meteorologists, forecasters, players, coaches, commentators, journalists, reporters, couple, family, majority, minority, opposition, generation, seekers, developers, owners, managers, executives, hackers, tourists, patients, nurses, everyone, everybody, nobody, no one, anyone, they, we, investigators, stewards, rescuers, authors, quarter, half, third, two, three, campaigners, pupils, guests, monks, dockers, crews, teams, juries, couples, communities, audiences, crowds",
  organisation:
    "company, firm, corporation, conglomerate, chain, giant, start-up, startup, carmaker, automaker, chipmaker, shipbuilder, broker, lender, group, business, bank, airline, retailer, manufacturer, maker, operator, supplier, developer, publisher, brand, insurer, brewery, utility, union, federation, association, confederation, league, club, society, charity, foundation, trust, institute, institution, university, college, school, academy, museum, gallery, library, theatre, orchestra, church, diocese, parish, hospital, clinic, council, board, committee, commission, panel, authority, agency, bureau, office, department, ministry, treasury, court, tribunal, inquest, parliament, congress, senate, assembly, house, police, force, army, navy, military, coastguard, service, brigade, party, coalition, alliance, bloc, campaign, movement, organisation, organization, ngo, regulator, watchdog, observatory, body, task force, city, town, county, municipality, district, mission, embassy, consulate, station, port, network, chamber, prosecution, defence, defense, administration, management, leadership, parliament, cabinet, project, initiative, start-up, startup, studio, label, cooperative, venture, laboratory, lab, plant, factory, mill, hotel, restaurant, shop, store, supermarket, arena, stadium, venue, festival, cinema, zoo, airport, archive, employer, contractor, provider, carrier, exchange, fund, railway, shipyard, quarry, think tank, pressure group, trade body, law firm, newsroom",
  government:
    "government, state, kingdom, republic, country, nation, regime, monarchy, presidency, junta, kremlin, capital, province",
  outlet:
    "newspaper, paper, magazine, weekly, daily, website, outlet, tabloid, broadsheet, news agency, channel, programme, podcast, journal, gazette, blog, news site, media outlet, news outlet, television, media, press",
  document:
    "report, study, survey, poll, review, analysis, research, paper, letter, email, e-mail, memo, note, notice, document, documents, papers, files, statement, release, filing, lawsuit, complaint, indictment, affidavit, warrant, ruling, verdict, judgment, law, bill, act, treaty, agreement, contract, article, story, editorial, column, book, memoir, biography, autobiography, diary, post, tweet, message, messages, text, transcript, recording, recordings, footage, video, photo, photos, photograph, photographs, picture, pictures, image, images, data, figures, statistics, results, findings, evidence, records, logs, letters, emails, memos, cables, reports, studies, surveys, polls, rules, guidelines, posting, sign, banner, catalogue, list, map, chart, census, audit, inquiry, investigation, assessment, forecast, model, proposal, plan, resolution, annex, minutes, headline, label, script, leaflet, website, estimates, figures, entry, section, page, series, sentence, motion, statement, analysis, timetable, supplement, photograph, tape, footage, inscription, posts, articles, papers, documents, reading, readings, census, log, site, diaries, copy, copies, draft, drafts, excerpt, excerpts, extract, extracts, dossier, dossiers, ledger, ledgers, invoice, invoices, brochure, pamphlet, circular, bulletin, advisory, communiqué, communique, decree, charter, constitution, petition, summons, subpoena, testimony, obituary, press release",
};

/** A sentence for each kind; every noun of its list is read in it by a test, in place of the dots. */
export const FRAMES: Readonly<Record<SourceKind, string>> = {
  person: "A … said it was late.",
  group: "Some … said it was late.",
  organisation: "The … said it was late.",
  government: "The … said it was late.",
  outlet: "The … said it was late.",
  document: "The … said it was late.",
};

/** The nouns of a kind, as they are listed. */
export const nounsOf = (kind: SourceKind): readonly string[] => list(NOUNS[kind]);

function pluralOf(noun: string): string {
  if (noun.endsWith("man")) return `${noun.slice(0, -3)}men`;
  if (/(?:s|x|ch|sh)$/.test(noun)) return `${noun}es`;
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

/** Kind of a common noun; `null` when the tables do not know it. */
export const kindOfNoun: ReadonlyMap<string, Exclude<Kind, "none">> = (() => {
  const map = new Map<string, Exclude<Kind, "none">>();
  for (const kind of ["document", "outlet", "government", "organisation", "group", "person"] as const)
    for (const noun of list(NOUNS[kind])) map.set(noun, kind);
  for (const kind of ["organisation", "outlet", "document"] as const)
    for (const noun of list(NOUNS[kind])) {
      const plural = pluralOf(noun);
      if (!map.has(plural)) map.set(plural, kind);
    }
  // Plurals of persons are groups.
  for (const noun of list(NOUNS.person)) {
    const plural = pluralOf(noun);
    if (!map.has(plural)) map.set(plural, "group");
  }
  return map;
})();

/** Last or first words of names of organisations. */
export const ORGANISATION_WORD = set(
  "ministry, agency, council, university, college, institute, ltd, limited, inc, corp, corporation, company, co, plc, gmbh, group, holdings, party, union, court, police, bank, association, league, federation, society, foundation, trust, committee, commission, authority, department, office, bureau, board, church, hospital, school, academy, museum, army, navy, force, service, services, club, fc, united, rovers, city, alliance, coalition, centre, center, network, airlines, airways, motors, industries, partners, securities, systems, solutions, technologies, labs, laboratory, organisation, organization, nations, congress, parliament, senate, assembly, house, chamber, treasury, fund, endowment, international, conference, congregation, diocese, parliament, movement, front, brigade, guard, guild, coastguard, brewery, energy, hydro, power, water, railways, rail, foods, pharma, records, studios, pictures, entertainment, works, lines, coaches, mutual, insurance, command, corps, prefecture, municipality, county, district, inspectorate, directorate, secretariat, registry, regulator, ombudsman, observatory, embassy, consulate, terminals, shipping, shipyard, chemicals, pharmaceuticals, logistics, ferries, capital, ventures, mining, steel, media, telecom, brewing, distillery, org, campaign, project, initiative, programme, trustees, directors",
);

/** Last words of names of places; those that are surnames too (Bay, Hill, Lane) are left out. */
export const PLACE_WORD = set(
  "street, road, avenue, square, strait, ocean, island, islands, isles, mountain, mountains, airport, station, stadium, peninsula, county, district, province, river, canal, harbour, harbor",
);

/** First words of names of places ("Cape Idra"). */
export const PLACE_BEFORE = set("cape, lake, mount, port, fort, gulf, strait, river, isle");

/** Words that make a name that of a news medium. */
export const OUTLET_WORD = set(
  "news, times, post, herald, gazette, tribune, courier, telegraph, guardian, journal, chronicle, observer, mirror, radio, television, tv, press, magazine, daily, weekly, mail, express, sentinel, globe, bulletin, examiner, inquirer, dispatch, reporter, ledger, echo, argus, bbc, cnn, nbc, abc, cbs, reuters, afp, ap, npr, broadcasting, newsweek, bloomberg, sun, star, standard, independent, wire, record, review, messenger, advertiser, argus, sheet, spiegel, monde, figaro, país, repubblica, stampa, xinhua, tass, interfax, yonhap, kcna, itar-tass, ria, politico, axios, buzzfeed, vox, wired, gannet, lantern, broadcaster",
);

/** Names that are news media by themselves. */
export const OUTLETS = set(
  "reuters, associated press, agence france-presse, bbc, bbc news, cnn, al jazeera, fox news, sky news, itv, channel 4, the guardian, guardian, the times, the telegraph, the independent, the sun, daily mail, daily mirror, the economist, financial times, wall street journal, new york times, washington post, los angeles times, usa today, newsweek, time, bloomberg, politico, axios, npr, pbs, der spiegel, le monde, le figaro, el país, xinhua, tass, interfax, yonhap, kcna, kyodo, nhk, cnbc, msnbc, huffpost, buzzfeed news, vice, the atlantic, the new yorker, gb news, afp, ap, wikinews, globe and mail, abc news, cbs news, nbc news, haaretz, dawn, the hindu, times of india, south china morning post, nk news, people's daily, global times, pravda, izvestia, novaya gazeta, meduza, rt, sputnik",
);

/** Names of states and of houses of government, in lower case. */
export const GOVERNMENTS = set(
  "kremlin, white house, downing street, number 10, no 10, no. 10, elysee, élysée, whitehall, the hague, pentagon, us, u.s., usa, america, united states, uk, u.k., united kingdom, britain, england, scotland, wales, northern ireland, ireland, france, germany, italy, spain, portugal, netherlands, belgium, luxembourg, austria, switzerland, poland, hungary, czech republic, czechia, slovakia, slovenia, croatia, serbia, bosnia, montenegro, albania, kosovo, macedonia, north macedonia, greece, turkey, cyprus, malta, romania, bulgaria, moldova, ukraine, belarus, russia, lithuania, latvia, estonia, finland, sweden, norway, denmark, iceland, georgia, armenia, azerbaijan, kazakhstan, uzbekistan, turkmenistan, kyrgyzstan, tajikistan, afghanistan, pakistan, india, bangladesh, sri lanka, nepal, bhutan, china, taiwan, japan, north korea, south korea, korea, dprk, mongolia, vietnam, laos, cambodia, thailand, myanmar, burma, malaysia, singapore, indonesia, philippines, australia, new zealand, papua new guinea, fiji, israel, palestine, lebanon, syria, jordan, iraq, iran, kuwait, saudi arabia, bahrain, qatar, uae, united arab emirates, oman, yemen, egypt, libya, tunisia, algeria, morocco, sudan, south sudan, ethiopia, eritrea, somalia, kenya, uganda, rwanda, burundi, tanzania, congo, nigeria, niger, mali, chad, ghana, senegal, ivory coast, liberia, sierra leone, guinea, gambia, cameroon, gabon, angola, zambia, zimbabwe, malawi, mozambique, namibia, botswana, south africa, madagascar, mauritius, canada, mexico, guatemala, honduras, el salvador, nicaragua, costa rica, panama, cuba, haiti, dominican republic, jamaica, trinidad and tobago, colombia, venezuela, ecuador, peru, bolivia, brazil, paraguay, uruguay, argentina, chile, soviet union, ussr, european union, eu",
);

/** Nouns that tell he from she, for the agreement of pronouns inside the article; never shown. */
export const MASCULINE = set(
  "mr, sir, lord, king, prince, duke, father, fr, brother, son, husband, uncle, grandfather, man, boy, spokesman, chairman, businessman, policeman, fisherman, congressman, actor, widower, foreman, emperor, sultan, count, baron, butler, dad, nephew",
);
export const FEMININE = set(
  "mrs, ms, miss, dame, lady, queen, princess, duchess, mother, sister, daughter, wife, aunt, grandmother, woman, girl, spokeswoman, chairwoman, businesswoman, policewoman, congresswoman, actress, widow, baroness, countess, mum, mom, niece",
);

/** Common given names of many countries, for the agreement of pronouns only; never shown, and nothing is concluded from a name not listed. */
export const MALE_NAMES = set(
  "james, john, robert, michael, david, william, richard, joseph, thomas, charles, christopher, daniel, matthew, anthony, mark, donald, steven, steve, paul, andrew, joshua, kenneth, kevin, brian, george, timothy, ronald, edward, jason, jeffrey, ryan, jacob, gary, nicholas, eric, jonathan, stephen, larry, justin, scott, brandon, benjamin, samuel, gregory, alexander, frank, patrick, raymond, jack, dennis, jerry, tyler, aaron, jose, adam, nathan, henry, douglas, zachary, peter, kyle, noah, ethan, jeremy, walter, keith, roger, terry, harry, sean, austin, carl, arthur, lawrence, dylan, jesse, jordan, bryan, billy, bruce, gabriel, joe, logan, alan, juan, albert, willie, elijah, wayne, randy, vincent, mason, roy, ralph, bobby, russell, bradley, philip, eugene, tom, bill, bob, jim, mike, dan, ben, tony, greg, ian, neil, nigel, graham, colin, stuart, simon, martin, derek, barry, trevor, hugh, hugo, leo, oscar, otto, hans, klaus, karl, jürgen, stefan, wolfgang, heinz, uwe, jens, lars, sven, nils, erik, anders, björn, henrik, magnus, olaf, olof, piet, jan, pieter, willem, jean, pierre, jacques, françois, michel, luc, antoine, marcel, giovanni, giuseppe, marco, luca, matteo, mario, paolo, pedro, carlos, luis, miguel, javier, diego, fernando, jorge, rafael, sergio, pablo, vladimir, sergei, sergey, dmitry, dmitri, ivan, nikolai, alexei, aleksandr, mikhail, boris, viktor, oleg, yuri, igor, andrei, pavel, radu, ion, mohammed, mohamed, muhammad, ahmed, ali, hassan, hussein, omar, ibrahim, khalid, mustafa, abdul, yusuf, tariq, recep, mehmet, kemal, amir, reza, hamid, raj, rahul, amit, sanjay, narendra, rishi, arjun, wei, jun, hiroshi, kenji, takashi, jong-un, emil, anton, bruno, felix, clemens, falk, ruben, kurt, rolf, rufus, saul, tomas, hjalmar, dirk, abel, teodor, corvin, gunnar, ivo, petter, sander, kaspar, orrin, piers, casimir, jory, bram, wim, kees",
);
export const FEMALE_NAMES = set(
  "mary, patricia, jennifer, linda, elizabeth, barbara, susan, jessica, sarah, karen, lisa, nancy, betty, sandra, margaret, ashley, kimberly, emily, donna, michelle, carol, amanda, melissa, deborah, stephanie, rebecca, laura, sharon, cynthia, kathleen, amy, angela, shirley, anna, brenda, pamela, emma, nicole, helen, samantha, katherine, christine, debra, rachel, carolyn, janet, catherine, maria, heather, diane, ruth, julie, olivia, joyce, virginia, victoria, kelly, lauren, christina, joan, evelyn, judith, megan, andrea, cheryl, hannah, jacqueline, martha, gloria, teresa, ann, sara, madison, frances, kathryn, janice, jean, abigail, alice, julia, judy, sophia, grace, denise, amber, doris, marilyn, danielle, beverly, isabella, theresa, diana, natalie, brittany, charlotte, marie, kayla, alexis, lori, kate, jane, jill, lucy, claire, fiona, gillian, nicola, suella, yvette, priti, theresa, angela, ursula, greta, ingrid, astrid, birgit, heike, sabine, petra, ilse, hanne, heidi, claudia, katrin, anja, annalena, lise, lotte, marit, sigrid, solveig, inge, freya, elena, irina, olga, natalia, svetlana, tatiana, ekaterina, galina, yulia, nina, vera, daria, oksana, magdalena, agnieszka, katarzyna, zuzanna, jana, hana, lucia, giulia, francesca, chiara, giorgia, sofia, carmen, pilar, isabel, dolores, rosa, ana, ines, marta, camille, sophie, nathalie, brigitte, simone, amelie, fatima, aisha, khadija, leila, layla, zainab, maryam, noor, yasmin, hala, ayşe, emine, indira, priya, sonia, mei, yuki, sakura, ada, agathe, agnes, edda, hedda, dora, mira, mina, nele, nora, odile, odette, petronella, rosalind, selma, sunniva, tilda, ulla, wanda, yrsa, olwen, dervla, livia, ludmila, dana, greta, corinna, teodora, signe, carla, ilva, lida, ludmilla",
);
