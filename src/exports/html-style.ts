/** Style of the page that `--html` writes: light and dark, from 320 px up, printable; roles by type and line, not by colour alone. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--bg:#fdfcf9;--ink:#1d1c1a;--soft:#5c5850;--line:#d9d4c8;--person:#e8f0fb;--org:#eef3e2;--gov:#f7e9e6;--outlet:#f1eaf8;--doc:#f8f1dc;--none:#efedea;--cue:#7a3b10}
@media (prefers-color-scheme:dark){:root{--bg:#171614;--ink:#ece8df;--soft:#aaa497;--line:#3b3833;--person:#1d2a3d;--org:#26301a;--gov:#3a231f;--outlet:#2d2438;--doc:#362e18;--none:#2b2926;--cue:#e8a878}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--bg);color:var(--ink);font:1.1875rem/1.6 "Source Serif 4",Georgia,"Times New Roman",serif}
.skip{position:absolute;left:-999px}.skip:focus{left:1rem;top:.5rem;background:var(--bg);padding:.5rem;z-index:2}
main{display:grid;grid-template-columns:minmax(0,40rem) minmax(16rem,26rem);gap:3rem;max-width:72rem;margin:0 auto;padding:2rem 1.25rem}
h1{font-size:1.9rem;line-height:1.2;margin:0 0 .5rem}h2{font-size:1.15rem;margin:1.6rem 0 .4rem}
.meta,.how,.sum,.caption,.role{color:var(--soft);font-size:.95rem}.caption{font-style:italic}
.credits{border-left:3px solid var(--line);padding-left:1rem;font-size:.95rem}.credits h2{margin:.2rem 0;font-size:.95rem}.credits ul{margin:.2rem 0;padding-left:1.1rem}
p,blockquote{margin:0 0 1rem;overflow-wrap:anywhere}blockquote{border-left:3px solid var(--line);padding-left:1rem}
.mark{color:inherit;text-decoration:none}
.mark.content{border-bottom:2px solid var(--soft);background:var(--none)}
.mark.content.person,.mark.content.group{background:var(--person)}.mark.content.organisation{background:var(--org)}.mark.content.government{background:var(--gov)}.mark.content.outlet{background:var(--outlet)}.mark.content.document{background:var(--doc)}
.mark.relayed.content{border-bottom-style:dashed}.mark.hearsay.content{border-bottom-style:dotted}
.mark.source{font-weight:700}
.mark.cue{font-style:italic;color:var(--cue);text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:.2em}
.mark:target,.statement:target{outline:3px solid var(--cue);outline-offset:2px}
a:focus-visible,summary:focus-visible{outline:3px solid var(--cue);outline-offset:2px}
.furniture{color:var(--soft);font-size:.9rem;margin:0 0 1rem}.furniture summary{cursor:pointer}
#statements{font:1rem/1.45 Inter,system-ui,sans-serif;max-height:100vh;overflow:auto;position:sticky;top:0;padding-bottom:2rem}
#statements ol{list-style:none;margin:0;padding:0}
.statement{border-top:1px solid var(--line);padding:.7rem 0}.statement p{margin:0 0 .2rem}.who{font-weight:600}.who a{color:inherit}.role{font-weight:400}
.words{font-family:"Source Serif 4",Georgia,serif}
.depth1{margin-left:1rem}.depth2{margin-left:2rem}.depth3{margin-left:3rem}
.statement details{font-size:.88rem;color:var(--soft)}.statement summary{cursor:pointer;min-height:1.5rem}.statement details ul{margin:.2rem 0;padding-left:1.1rem}
@media (max-width:60rem){main{grid-template-columns:minmax(0,1fr);gap:1rem;padding:1.25rem .9rem}#statements{position:static;max-height:none}body{font-size:1.0625rem}}
@media print{main{display:block}#statements{position:static;max-height:none;overflow:visible}.skip,.statement details{display:none}.mark{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
`;
