/** Style of the page that `--html` writes: light and dark, from 320 px up, printable; roles by type and line, not by colour alone. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--paper:#fbfaf6;--ink:#1d1b18;--soft:#625c54;--rule:#ddd7cb;--panel:#f3f0e8;--focus:#0b57d0;
--person:#f6e3b4;--organisation:#cfe3f5;--government:#e3d7f3;--outlet:#c9e8e2;--document:#dcebc8;--none:#e6e3dc;
--person-l:#92650f;--organisation-l:#2f6ca3;--government-l:#7653a6;--outlet-l:#1d7d70;--document-l:#567d26;--none-l:#6d675f;
--serif:"Source Serif 4 Variable","Source Serif 4",Charter,Georgia,"Liberation Serif",serif;--sans:"Inter Variable",Inter,system-ui,"Liberation Sans",sans-serif}
@media screen and (prefers-color-scheme:dark){:root{--paper:#171614;--ink:#ece7dd;--soft:#b3ab9d;--rule:#38342e;--panel:#201e1b;--focus:#8ab4f8;
--person:#4a3a16;--organisation:#1c3a55;--government:#3b2d57;--outlet:#143f39;--document:#2f411a;--none:#33302b;
--person-l:#e0b354;--organisation-l:#7db4e6;--government-l:#b79be0;--outlet-l:#5cc4b4;--document-l:#a3cc6c;--none-l:#b3ab9d}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding:1.5rem}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 var(--sans);overflow-wrap:anywhere}
.skip,.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip:focus{width:auto;height:auto;clip-path:none;left:1rem;top:.5rem;padding:.5rem .8rem;background:var(--paper);color:var(--ink);z-index:2}
.page{display:grid;grid-template-columns:minmax(0,50rem) minmax(0,23rem);gap:0 2.5rem;justify-content:center;padding:2.2rem 1.25rem 1rem}
article{font:1.1875rem/1.62 var(--serif)}
article>header,.row{display:grid;grid-template-columns:8.5rem minmax(0,40rem);column-gap:1.5rem}
article>header>*,.row>*{grid-column:2;min-width:0}.row>.margin{grid-column:1;grid-row:1}
h1{font-size:1.875rem;line-height:1.2;margin:0 0 .4rem;font-weight:600;text-wrap:balance}
article h2{font-size:1.2rem;line-height:1.3;margin:1.2rem 0 .5rem;font-weight:650}
p,blockquote,ul.list{margin:0 0 1.05rem}blockquote{border-left:3px solid var(--rule);padding-left:1rem}ul.list{padding-left:1.2rem}
.meta,.legend,.credits,.furniture{font:.875rem/1.5 var(--sans);color:var(--soft)}.caption{font-style:italic;color:var(--soft);font-size:1rem}
article>header .meta{margin-bottom:.7rem}
article>header h2{font:600 .875rem/1.4 var(--sans);color:var(--ink);margin:0}
.credits{margin-bottom:.9rem}.credits ul{margin:.1rem 0 0;padding-left:1.1rem}
.ribbon{display:flex;height:.875rem;border-radius:3px;overflow:hidden;background:var(--panel);border:1px solid var(--rule);margin:.3rem 0 .3rem}
.ribbon>*{flex:1 1 0;min-width:0}.ribbon a{min-width:3px;border-right:1px solid var(--paper)}
.ribbon .person,.ribbon .group{background:var(--person-l)}.ribbon .organisation{background:var(--organisation-l)}.ribbon .government{background:var(--government-l)}.ribbon .outlet{background:var(--outlet-l)}.ribbon .document{background:var(--document-l)}.ribbon .none{background:var(--none-l)}
.legend{border-block:1px solid var(--rule);padding:.7rem 0;margin-bottom:1.4rem}
.legend dl{display:grid;grid-template-columns:4.2rem minmax(0,1fr);gap:.3rem .5rem;margin:.4rem 0}.legend dd{margin:0}
.legend ul{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1rem;margin:0;padding:0}.legend p{margin:.4rem 0 0}.legend .mark{color:var(--ink)}
.margin{font:.8125rem/1.35 var(--sans);color:var(--soft);text-align:right;padding-top:.4rem}
.voice{display:block;margin-bottom:.5rem}.voice b{display:block;color:var(--ink);font-weight:600}
.mark{color:inherit;text-decoration:none;scroll-margin:30vh}
.mark.content{padding:.08em 0;border-bottom:2px solid var(--none-l);background:var(--none)}
.mark.content.person,.mark.content.group{background:var(--person);border-color:var(--person-l)}
.mark.content.organisation{background:var(--organisation);border-color:var(--organisation-l)}
.mark.content.government{background:var(--government);border-color:var(--government-l)}
.mark.content.outlet{background:var(--outlet);border-color:var(--outlet-l)}
.mark.content.document{background:var(--document);border-color:var(--document-l)}
.mark.content.relayed{border-bottom-style:dashed}.mark.content.hearsay{border-bottom-style:dotted}
.mark.source{font-weight:650}
.mark.cue{font-style:italic;text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:.2em}
a.mark:hover{outline:1px solid var(--soft)}
a:focus-visible,summary:focus-visible,.mark:target{outline:3px solid var(--focus);outline-offset:2px;border-radius:2px}
.furniture{border:1px dashed var(--rule);border-radius:6px;padding:.35rem .8rem;margin:0 0 1.05rem}
.furniture summary,.statement summary{cursor:pointer;padding:.15rem 0}.furniture ul{margin:.4rem 0 .3rem;padding-left:1.1rem}.furniture p{margin:0}.furniture .reason{margin-bottom:.4rem;font-style:italic}
aside{font-size:.9375rem;align-self:start;position:sticky;top:1rem;max-height:calc(100vh - 2rem);overflow:auto;background:var(--panel);border:1px solid var(--rule);border-radius:10px;padding:1rem 1.1rem;scroll-padding:1rem}
aside:focus{outline:none}
aside h2{font:600 1.1875rem/1.25 var(--serif);margin:0 0 .2rem}
.sum,.how,.role,.statement details,footer{color:var(--soft)}
aside ol{list-style:none;margin:0;padding:0}
.statement{border-top:1px solid var(--rule);padding:.65rem 0 .5rem}.statement p{margin:0 0 .2rem}
.who{font-weight:600}.who a{color:inherit;text-underline-offset:.15em}.role{font-weight:400}.how,.statement details{font-size:.8438rem}
.statement .words{font:1rem/1.45 var(--serif);padding-left:.7rem;border-left:3px solid var(--none-l);margin:.3rem 0}
.statement.relayed .words{border-left-style:dashed}.statement.hearsay .words{border-left-style:dotted}
.statement.person .words,.statement.group .words{border-color:var(--person-l)}.statement.organisation .words{border-color:var(--organisation-l)}.statement.government .words{border-color:var(--government-l)}.statement.outlet .words{border-color:var(--outlet-l)}.statement.document .words{border-color:var(--document-l)}
.statement:has(.who :target){background:var(--paper);box-shadow:0 0 0 .5rem var(--paper)}
.depth1{margin-left:1rem}.depth2{margin-left:2rem}.depth3{margin-left:3rem}
.statement details ul{margin:.2rem 0;padding-left:1.1rem}
footer{font-size:.875rem;text-align:center;padding:0 1.25rem 1.5rem}
@media (max-width:75rem){.page{grid-template-columns:minmax(0,40rem) minmax(0,22rem)}article>header,.row{grid-template-columns:minmax(0,1fr)}article>header>*,.row>*,.row>.margin{grid-column:1}.row>.margin{display:none}}
@media (max-width:56rem){.page{grid-template-columns:minmax(0,40rem);gap:1.5rem 0;padding:1.25rem 1rem}aside{position:static;max-height:none}article{font-size:1.0938rem}h1{font-size:1.625rem}}
@media (forced-colors:active){.mark.content{border-bottom-color:LinkText}.ribbon{display:none}}
@media print{.page{display:block;padding:0}article{font-size:11pt}article>header,.row{grid-template-columns:3.6cm minmax(0,1fr)}article>header>*,.row>*{grid-column:2}.row>.margin{display:block;grid-column:1}
aside{position:static;max-height:none;overflow:visible;border:0;background:none;padding:1rem 0;break-before:page}.statement,.row{break-inside:avoid}.skip,.statement details,.legend p{display:none}.mark,.ribbon *{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;
