/**
 * Words for where and through what things are said, as data: each list with an example of its use, which the tests read.
 * Written as words between commas, singular.
 */

interface MediumList {
  /** A sentence in which one of the nouns is a channel. */
  example: string;
  nouns: string;
}

/** Things that carry words: one speaks in, on, by, via or through them. */
export const DOCUMENTS: readonly MediumList[] = [
  {
    example: "Ada Brack said in a joint statement that the ferry was late.",
    nouns:
      "statement, press release, news release, release, letter, letter of resignation, e-mail, email, message, text message, voice message, memo, memorandum, note, notice, cable, telegram, communiqué, communique, dispatch, readout, circular, leaflet, pamphlet, brochure, manifesto, petition, newsletter, bulletin",
  },
  {
    example: "Ada Brack said in a report that the ferry was late.",
    nouns:
      "report, study, paper, survey, poll(?!s), article, column, editorial, op-ed, opinion piece, essay, blog, blog post, book, memoir, autobiography, biography, diary, profile, review, advertisement, advert, interview, comment, remark, announcement, assessment, analysis, research note, earnings statement, prospectus",
  },
  {
    example: "Ada Brack said in a court filing that the ferry was late.",
    nouns:
      "filing, court filing, lawsuit, complaint, affidavit, deposition, submission, indictment, ruling, judgment, judgement, testimony, witness statement, evidence",
  },
  {
    example: "Ada Brack said in a video that the ferry was late.",
    nouns:
      "post, tweet, thread, caption, video, video message, clip, recording, voicemail, broadcast, podcast, programme, program, show(?! of), radio show, talk show, documentary, film, livestream, live stream, stream, webcast, webinar, livestream, chat, question-and-answer session, message board, newsgroup, forum, website, web site, site, page, Facebook page, account, channel, app, newspaper, magazine",
  },
];

/** Occasions on which one speaks: at, in, during, on them. */
export const OCCASIONS: readonly MediumList[] = [
  {
    example: "Ada Brack said at a press conference that the ferry was late.",
    nouns:
      "press conference, news conference, conference, press briefing, briefing, call, telephone interview, phone interview, speech, address, keynote, lecture, sermon, toast, eulogy, stump speech, town hall, town hall meeting, town-hall meeting, rally, meeting, summit, forum, convention, gathering, event, fundraiser, debate, hearing, inquest, inquiry, trial, session, panel, panel discussion, seminar, symposium, ceremony, funeral, vigil, dinner, luncheon, reception, gala, workshop, assembly, Question Time, Questions",
  },
];

/** Occasions that one is on. */
export const ON_OCCASIONS: readonly MediumList[] = [
  {
    example: "Ada Brack said on the call that the ferry was late.",
    nouns: "conference call, call, phone call, telephone call, video call, stage, panel",
  },
];

/** What stands without an article: "by phone", "on television", "in writing". */
export const BARE: readonly MediumList[] = [
  {
    example: "Ada Brack said by telephone that the ferry was late.",
    nouns:
      "phone, telephone, e-mail, email, text, fax, video link, radio, television, TV, social media, writing, court, open court, parliament, stage, testimony, evidence, messages, e-mails, emails, interviews, posts, tweets, remarks, comments, statements, letters",
  },
];

/** Platforms that are named. */
export const PLATFORMS =
  "Facebook, Twitter, X, Instagram, Telegram, TikTok, YouTube, WhatsApp, Weibo, WeChat, LinkedIn, Reddit, Truth Social, Threads, Bluesky, Mastodon, Snapchat, Signal, Substack, VKontakte, Medium, Tumblr, Twitch, Discord, Gab, Parler, Rumble".split(
    ", ",
  );

/** Whoever is told something is a channel when it is one of these: the press, and bodies that hear in public. */
export const HEARERS =
  "reporters, journalists, correspondents, press, media, newspaper, newspapers, weekly, daily, paper, magazine, broadcaster, inquiry, inquest, tribunal, court, parliament, chamber, committee, subcommittee, rally, conference, congress, convention, meeting, summit, gathering, hearing, press conference, news conference, briefing, investigators".split(
    ", ",
  );

/** Media beyond those of the entities' tables. */
export const MORE_OUTLETS: ReadonlySet<string> = new Set(
  "ap, afp, dpa, efe, ansa, upi, pa, pa media, press association, kcna, tass, itar-tass, ria novosti, rt, trt, dw, deutsche welle, ard, zdf, ndr, orf, srf, rai, rtve, nos, vrt, rtbf, svt, nrk, yle, rté, rte, s4c, itn, lbc, talktv, gb news, channel 4, channel 5, channel 4 news, sky, sky news, sky news australia, abc, nine news, seven news, sbs, cbc, ctv, global news, nbc, cbs, fox, fox news, fox business, msnbc, cnbc, pbs, npr, c-span, espn, univision, telemundo, hbo, breitbart, breitbart news, newsmax, oann, one america news, the hill, the daily beast, daily beast, daily caller, drudge report, salon, slate, vox, vice, vice news, mic, mashable, gawker, gizmodo, techcrunch, the verge, ars technica, wired, quartz, propublica, the intercept, semafor, puck, punchbowl news, roll call, national review, the nation, the new republic, mother jones, time, newsweek, people, variety, billboard, rolling stone, vogue, vanity fair, elle, esquire, gq, forbes, fortune, barron's, marketwatch, business insider, insider, huffpost, the huffington post, huffington post, buzzfeed, buzzfeed news, axios, politico, bbc, bbc radio, bbc radio 4, bbc one, bbc two, bbc breakfast, newsnight, today programme, al arabiya, al jazeera, al-jazeera, al-ikhbariya, al mayadeen, al-manar, anadolu, press tv, irna, fars, tasnim, mehr, sana, mena, petra, wam, spa, kuna, haaretz, ynet, walla, army radio, kan, channel 12, channel 13, nhk, kyodo, kyodo news, jiji press, asahi, yomiuri, mainichi, nikkei, yonhap, hankyoreh, xinhua, cctv, cgtn, caixin, global times, rthk, cna, channel newsasia, antara, bernama, rappler, abs-cbn, gma, pti, ani, ndtv, the wire, dawn, geo news, ary news, tolonews, tolo news, interfax, meduza, kommersant, vedomosti, izvestia, rbc, dozhd, echo of moscow, ukrainska pravda, kyiv independent, unian, ukrinform, gazeta wyborcza, tvn, tvp, polsat, bild, spiegel, der spiegel, die zeit, die welt, süddeutsche zeitung, frankfurter allgemeine, faz, taz, focus, stern, le monde, le figaro, libération, le parisien, mediapart, france 24, france info, bfm, bfmtv, rtl, europe 1, tf1, el país, el mundo, abc, la vanguardia, cadena ser, la repubblica, corriere della sera, la stampa, il sole 24 ore, de telegraaf, nrc, de volkskrant, le soir, de standaard, rfi, rfe/rl, radio free europe, radio liberty, radio free asia, voice of america, voa, africanews, sabc, news24, mail & guardian, daily maverick, the east african, o globo, folha, folha de s.paulo, globo, clarín, la nación, el universal, reforma, milenio, telesur".split(
    ", ",
  ),
);

/** Bodies whose short names look like those of broadcasters. */
export const NO_OUTLETS: ReadonlySet<string> = new Set(
  "FBI, CIA, NSA, DEA, ATF, DOJ, DHS, ICE, TSA, CDC, FDA, EPA, SEC, FTC, FCC, IRS, IMF, WTO, WHO, NATO, UN, EU, ECB, OECD, OPEC, UNHCR, IAEA, ICC, ICJ, DNC, RNC, GOP, NRA, ACLU, AIPAC, NAACP, NFL, NBA, NHL, MLB, FIFA, UEFA, IOC, FIA, MPS, MEP, MEPS, NHS, BMA, CBI, TUC, GMB, RMT, MI5, MI6, GCHQ, HMRC, DVLA, RSPCA, RNLI, RAF, USAF, CEO, CFO, KGB, FSB, GRU, PLO, IDF, IRGC, PKK, ETA, IRA, FARC, LAPD, NYPD, CHP, NASA, ESA, CERN, MIT, UCLA, LSE".split(
    ", ",
  ),
);
