/** Exports as the databases lay them out; articles, people and places are invented. */

export const NEXIS = `User Name: Ana Reader
Date and Time: Friday, March 15, 2024 10:00:00 AM EDT
Job Number: 123456
Documents (2)
1. Mayor says no to new bridge
2. Harbour reopens after storm
Client/Matter: -None-
Search Terms: bridge

Mayor says no to new bridge
The Pell Post
March 14, 2024 Thursday
Late Edition

Copyright 2024 Pell Media All Rights Reserved
Section: NEWS; Pg. 4
Length: 32 words
Byline: By Ana Holt
Highlight: The mayor is against it.

Body

“We will not pay for that bridge,” mayor Ines Bray told reporters on Wednesday.

The council said it would vote in May.

Classification

Language: ENGLISH
Subject: BRIDGES (90%)

Load-Date: March 15, 2024

End of Document

Harbour reopens after storm
Quill Wire
2 May 2023 Tuesday 10:15 AM GMT

Copyright 2023 Quill
Length: 9 words

Body

The harbour has reopened, its master Bo Lind said.

Graphic

The harbour on Tuesday. Picture: A. Fenn

Load-Date: May 3, 2023

End of Document
`;

export const NEXIS_OLD = `


                               1 of 2 DOCUMENTS


                                The Pell Post

                            March 14, 2024 Thursday
                                 Late Edition

Mayor says no to new bridge

BYLINE: ANA HOLT

SECTION: NEWS; Pg. 4

LENGTH: 20 words


  "We will not pay for that bridge," mayor Ines Bray told reporters.

   The council said it would vote in May.

LOAD-DATE: March 15, 2024

LANGUAGE: ENGLISH


                               2 of 2 DOCUMENTS


                                 Quill Wire

                               May 2, 2023 Tuesday

Harbour reopens

LENGTH: 9 words

The harbour has reopened, its master Bo Lind said.

LOAD-DATE: May 3, 2023
`;

export const FACTIVA = `News
Mayor says no to new bridge over the Pell
Ana Holt
1,032 words
14 March 2024
10:15
The Pell Post
PELLPO
A4
English
Copyright 2024. Pell Media. All Rights Reserved.

“We will not pay for that bridge,” mayor Ines Bray told reporters.

The council said it would vote in May.

Document PELLPO0020240314ek3e0001x

Harbour reopens after storm
9 words
2 May 2023
Quill Wire
QUILLW
English
© 2023 Quill

The harbour has reopened, its master Bo Lind said.

Document QUILLW0020230502ej52000ab

Search Summary
Text	bridge
Date	All Dates
`;

export const FACTIVA_CODES = `HD      Mayor says no to
        new bridge
BY      By Ana Holt
WC      32 words
PD      14 March 2024
ET      10:15
SN      The Pell Post
SC      PELLPO
LA      English
CY      Copyright 2024. Pell Media.
LP

“We will not pay for that bridge,” mayor Ines Bray told reporters.

TD
The council said it would vote in May.

CO      pellco : Pell Council
NS      gpol : Domestic Politics
AN      Document PELLPO0020240314ek3e0001x
`;

const RULE = "_".repeat(60);
export const PROQUEST = `Report Information from ProQuest
15 March 2024 10:00
${RULE}

Mayor says no to new bridge

Author: Holt, Ana; Lind, Bo

Publication info: The Pell Post ; Pell [Pell]14 Mar 2024: A.4.

Abstract: None available.

Full text: “We will not pay for that bridge,” mayor Ines Bray told reporters.

The council said it would vote in May. Title: no, she said.

Subject: Bridges

Title: Mayor says no to new bridge

Publication title: The Pell Post; Pell

Publication year: 2024

Publication date: Mar 14, 2024

ProQuest document ID: 1234567

Document URL: https://proquest.example/docview/1234567?accountid=1

${RULE}

Harbour reopens

Full text: The harbour has reopened, its master said.

Title: Harbour reopens

Publication title: Quill Wire

Publication date: 2 May 2023

${RULE}

No text of this

Title: No text of this

Publication title: Quill Wire

${RULE}

Contact us at: https://proquest.example
`;
