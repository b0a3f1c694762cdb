/** What do the named references of HTML stand for (13.5)? Made by scripts/entity-table.ts; do not edit. */
export const ENTITIES: string =
  '9Tab NewLine 23excl QUOT!,quot! num dollar percnt AMP!,amp! apos lpar rpar ast,midast plus comma 2period sol 1' +
  '1colon semi LT!,lt! 0nvlt+8402 equals 0bne+8421 GT!,gt! 0nvgt+8402 quest commat 27lbrack,lsqb bsol rbrack,rsqb' +
  ' Hat UnderBar,lowbar DiacriticalGrave,grave 6fjlig+106 21lbrace,lcub VerticalLine,verbar,vert rbrace,rcub 35No' +
  'nBreakingSpace,nbsp! iexcl! cent! pound! curren! yen! brvbar! sect! Dot,DoubleDot,die,uml! COPY!,copy! ordf! l' +
  'aquo! not! shy! REG!,circledR,reg! macr!,strns deg! PlusMinus,plusmn!,pm sup2! sup3! DiacriticalAcute,acute! m' +
  'icro! para! CenterDot,centerdot,middot! Cedilla,cedil! sup1! ordm! raquo! frac14! frac12!,half frac34! iquest!' +
  ' Agrave! Aacute! Acirc! Atilde! Auml! Aring!,angst AElig! Ccedil! Egrave! Eacute! Ecirc! Euml! Igrave! Iacute!' +
  ' Icirc! Iuml! ETH! Ntilde! Ograve! Oacute! Ocirc! Otilde! Ouml! times! Oslash! Ugrave! Uacute! Ucirc! Uuml! Ya' +
  'cute! THORN! szlig! agrave! aacute! acirc! atilde! auml! aring! aelig! ccedil! egrave! eacute! ecirc! euml! ig' +
  'rave! iacute! icirc! iuml! eth! ntilde! ograve! oacute! ocirc! otilde! ouml! div,divide! oslash! ugrave! uacut' +
  'e! ucirc! uuml! yacute! thorn! yuml! Amacr amacr Abreve abreve Aogon aogon Cacute cacute Ccirc ccirc Cdot cdot' +
  ' Ccaron ccaron Dcaron dcaron Dstrok dstrok Emacr emacr 3Edot edot Eogon eogon Ecaron ecaron Gcirc gcirc Gbreve' +
  ' gbreve Gdot gdot Gcedil 2Hcirc hcirc Hstrok hstrok Itilde itilde Imacr imacr 3Iogon iogon Idot imath,inodot I' +
  'Jlig ijlig Jcirc jcirc Kcedil kcedil kgreen Lacute lacute Lcedil lcedil Lcaron lcaron Lmidot lmidot Lstrok lst' +
  'rok Nacute nacute Ncedil ncedil Ncaron ncaron napos ENG eng Omacr omacr 3Odblac odblac OElig oelig Racute racu' +
  'te Rcedil rcedil Rcaron rcaron Sacute sacute Scirc scirc Scedil scedil Scaron scaron Tcedil tcedil Tcaron tcar' +
  'on Tstrok tstrok Utilde utilde Umacr umacr Ubreve ubreve Uring uring Udblac udblac Uogon uogon Wcirc wcirc Yci' +
  'rc ycirc Yuml Zacute zacute Zdot zdot Zcaron zcaron 20fnof 35imped 64gacute 66jmath 143circ Hacek,caron 17Brev' +
  'e,breve DiacriticalDot,dot ring ogon DiacriticalTilde,tilde DiacriticalDoubleAcute,dblac 52DownBreve 128Alpha ' +
  'Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho 2Sigma Tau Upsilon Phi Chi P' +
  'si Omega,ohm 8alpha beta gamma delta epsi,epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sig' +
  'maf,sigmav,varsigma sigma tau upsi,upsilon phi chi psi omega 8thetasym,thetav,vartheta Upsi,upsih 3phiv,straig' +
  'htphi,varphi piv,varpi 6Gammad digamma,gammad 19kappav,varkappa rhov,varrho 4epsiv,straightepsilon,varepsilon ' +
  'backepsilon,bepsi 11IOcy DJcy GJcy Jukcy DScy Iukcy YIcy Jsercy LJcy NJcy TSHcy KJcy 2Ubrcy DZcy Acy Bcy Vcy G' +
  'cy Dcy IEcy ZHcy Zcy Icy Jcy Kcy Lcy Mcy Ncy Ocy Pcy Rcy Scy Tcy Ucy Fcy KHcy TScy CHcy SHcy SHCHcy HARDcy Ycy' +
  ' SOFTcy Ecy YUcy YAcy acy bcy vcy gcy dcy iecy zhcy zcy icy jcy kcy lcy mcy ncy ocy pcy rcy scy tcy ucy fcy kh' +
  'cy tscy chcy shcy shchcy hardcy ycy softcy ecy yucy yacy 2iocy djcy gjcy jukcy dscy iukcy yicy jsercy ljcy njc' +
  'y tshcy kjcy 2ubrcy dzcy 7075ensp emsp emsp13 emsp14 2numsp puncsp ThinSpace,thinsp VeryThinSpace,hairsp Negat' +
  'iveMediumSpace,NegativeThickSpace,NegativeThinSpace,NegativeVeryThinSpace,ZeroWidthSpace zwnj zwj lrm rlm dash' +
  ',hyphen 3ndash mdash horbar Verbar,Vert 2OpenCurlyQuote,lsquo CloseCurlyQuote,rsquo,rsquor lsquor,sbquo 2OpenC' +
  'urlyDoubleQuote,ldquo CloseCurlyDoubleQuote,rdquo,rdquor bdquo,ldquor 2dagger Dagger,ddagger bull,bullet 3nldr' +
  ' hellip,mldr 10permil pertenk prime Prime tprime backprime,bprime 4lsaquo rsaquo 4OverBar,oline 3caret 2hybull' +
  ' frasl 11bsemi 8qprime 8MediumSpace 0ThickSpace+8202 NoBreak ApplyFunction,af InvisibleTimes,it InvisibleComma' +
  ',ic 73euro 47TripleDot,tdot DotDot 38Copf,complexes 3incare 5gscr HilbertSpace,Hscr,hamilt Hfr,Poincareplane H' +
  'opf,quaternions planckh hbar,hslash,planck,plankv Iscr,imagline Ifr,Im,image,imagpart Laplacetrf,Lscr,lagran e' +
  'll 2Nopf,naturals numero copysr weierp,wp Popf,primes Qopf,rationals Rscr,realine Re,Rfr,real,realpart Ropf,re' +
  'als rx 4TRADE,trade 2Zopf,integers 3mho Zfr,zeetrf iiota 3Bernoullis,Bscr,bernou Cayleys,Cfr 2escr Escr,expect' +
  'ation Fouriertrf,Fscr 2Mellintrf,Mscr,phmmat order,orderof,oscr alefsym,aleph beth gimel daleth 13CapitalDiffe' +
  'rentialD,DD DifferentialD,dd ExponentialE,ee,exponentiale ImaginaryI,ii 11frac13 frac23 frac15 frac25 frac35 f' +
  'rac45 frac16 frac56 frac18 frac38 frac58 frac78 50LeftArrow,ShortLeftArrow,larr,leftarrow,slarr ShortUpArrow,U' +
  'pArrow,uarr,uparrow RightArrow,ShortRightArrow,rarr,rightarrow,srarr DownArrow,ShortDownArrow,darr,downarrow L' +
  'eftRightArrow,harr,leftrightarrow UpDownArrow,updownarrow,varr UpperLeftArrow,nwarr,nwarrow UpperRightArrow,ne' +
  'arr,nearrow LowerRightArrow,searr,searrow LowerLeftArrow,swarr,swarrow nlarr,nleftarrow nrarr,nrightarrow 2rar' +
  'rw,rightsquigarrow 0nrarrw+824 Larr,twoheadleftarrow Uarr Rarr,twoheadrightarrow Darr larrtl,leftarrowtail rar' +
  'rtl,rightarrowtail LeftTeeArrow,mapstoleft UpTeeArrow,mapstoup RightTeeArrow,map,mapsto DownTeeArrow,mapstodow' +
  'n 2hookleftarrow,larrhk hookrightarrow,rarrhk larrlp,looparrowleft looparrowright,rarrlp harrw,leftrightsquiga' +
  'rrow nharr,nleftrightarrow 2Lsh,lsh Rsh,rsh ldsh rdsh 2crarr cularr,curvearrowleft curarr,curvearrowright 3cir' +
  'clearrowleft,olarr circlearrowright,orarr LeftVector,leftharpoonup,lharu DownLeftVector,leftharpoondown,lhard ' +
  'RightUpVector,uharr,upharpoonright LeftUpVector,uharl,upharpoonleft RightVector,rharu,rightharpoonup DownRight' +
  'Vector,rhard,rightharpoondown RightDownVector,dharr,downharpoonright LeftDownVector,dharl,downharpoonleft Righ' +
  'tArrowLeftArrow,rightleftarrows,rlarr UpArrowDownArrow,udarr LeftArrowRightArrow,leftrightarrows,lrarr leftlef' +
  'tarrows,llarr upuparrows,uuarr rightrightarrows,rrarr ddarr,downdownarrows ReverseEquilibrium,leftrightharpoon' +
  's,lrhar Equilibrium,rightleftharpoons,rlhar nLeftarrow,nlArr nLeftrightarrow,nhArr nRightarrow,nrArr DoubleLef' +
  'tArrow,Leftarrow,lArr DoubleUpArrow,Uparrow,uArr DoubleRightArrow,Implies,Rightarrow,rArr DoubleDownArrow,Down' +
  'arrow,dArr DoubleLeftRightArrow,Leftrightarrow,hArr,iff DoubleUpDownArrow,Updownarrow,vArr nwArr neArr seArr s' +
  'wArr Lleftarrow,lAarr Rrightarrow,rAarr 2zigrarr 7LeftArrowBar,larrb RightArrowBar,rarrb 16DownArrowUpArrow,du' +
  'arr 8loarr roarr hoarr ForAll,forall comp,complement PartialD,part 0npart+824 Exists,exist NotExists,nexist,ne' +
  'xists empty,emptyset,emptyv,varnothing 2Del,nabla Element,in,isin,isinv NotElement,notin,notinva 2ReverseEleme' +
  'nt,SuchThat,ni,niv NotReverseElement,notni,notniva 3Product,prod Coproduct,coprod Sum,sum minus MinusPlus,mnpl' +
  'us,mp dotplus,plusdo 2Backslash,setminus,setmn,smallsetminus,ssetmn lowast SmallCircle,compfn 2Sqrt,radic 3Pro' +
  'portional,prop,propto,varpropto,vprop infin angrt ang,angle 0nang+8402 angmsd,measuredangle angsph VerticalBar' +
  ',mid,shortmid,smid NotVerticalBar,nmid,nshortmid,nsmid DoubleVerticalBar,par,parallel,shortparallel,spar NotDo' +
  'ubleVerticalBar,npar,nparallel,nshortparallel,nspar and,wedge or,vee cap 0caps+65024 cup 0cups+65024 Integral,' +
  'int Int iiint,tint ContourIntegral,conint,oint Conint,DoubleContourIntegral Cconint cwint ClockwiseContourInte' +
  'gral,cwconint CounterClockwiseContourIntegral,awconint Therefore,there4,therefore Because,becaus,because ratio' +
  ' Colon,Proportion dotminus,minusd 2mDDot homtht Tilde,sim,thicksim,thksim 0nvsim+8402 backsim,bsim 0race+817 a' +
  'c,mstpos 0acE+819 acd VerticalTilde,wr,wreath NotTilde,nsim EqualTilde,eqsim,esim 0NotEqualTilde,nesim+824 Til' +
  'deEqual,sime,simeq NotTildeEqual,nsime,nsimeq TildeFullEqual,cong simne NotTildeFullEqual,ncong TildeTilde,ap,' +
  'approx,asymp,thickapprox,thkap NotTildeTilde,nap,napprox ape,approxeq apid 0napid+824 backcong,bcong CupCap,as' +
  'ympeq 0nvap+8402 Bumpeq,HumpDownHump,bump 0NotHumpDownHump,nbump+824 HumpEqual,bumpe,bumpeq 0NotHumpEqual,nbum' +
  'pe+824 DotEqual,doteq,esdot 0nedot+824 doteqdot,eDot efDot,fallingdotseq erDot,risingdotseq Assign,colone,colo' +
  'neq ecolon,eqcolon ecir,eqcirc circeq,cire 2wedgeq veeeq 2triangleq,trie 3equest,questeq NotEqual,ne Congruent' +
  ',equiv 0bnequiv+8421 NotCongruent,nequiv 2le,leq 0nvle+8402 GreaterEqual,ge,geq 0nvge+8402 LessFullEqual,lE,le' +
  'qq 0nlE,nleqq+824 GreaterFullEqual,gE,geqq 0NotGreaterFullEqual,ngE,ngeqq+824 lnE,lneqq 0lvertneqq,lvnE+65024 ' +
  'gnE,gneqq 0gvertneqq,gvnE+65024 Lt,NestedLessLess,ll 0NotLessLess,nLtv+824 0nLt+8402 Gt,NestedGreaterGreater,g' +
  'g 0NotGreaterGreater,nGtv+824 0nGt+8402 between,twixt NotCupCap NotLess,nless,nlt NotGreater,ngt,ngtr NotLessE' +
  'qual,nle,nleq NotGreaterEqual,nge,ngeq LessTilde,lesssim,lsim GreaterTilde,gsim,gtrsim NotLessTilde,nlsim NotG' +
  'reaterTilde,ngsim LessGreater,lessgtr,lg GreaterLess,gl,gtrless NotLessGreater,ntlg NotGreaterLess,ntgl Preced' +
  'es,pr,prec Succeeds,sc,succ PrecedesSlantEqual,prcue,preccurlyeq SucceedsSlantEqual,sccue,succcurlyeq Precedes' +
  'Tilde,precsim,prsim SucceedsTilde,scsim,succsim 0NotSucceedsTilde+824 NotPrecedes,npr,nprec NotSucceeds,nsc,ns' +
  'ucc sub,subset 0NotSubset,nsubset,vnsub+8402 Superset,sup,supset 0NotSuperset,nsupset,vnsup+8402 nsub nsup Sub' +
  'setEqual,sube,subseteq SupersetEqual,supe,supseteq NotSubsetEqual,nsube,nsubseteq NotSupersetEqual,nsupe,nsups' +
  'eteq subne,subsetneq 0varsubsetneq,vsubne+65024 supne,supsetneq 0varsupsetneq,vsupne+65024 2cupdot UnionPlus,u' +
  'plus SquareSubset,sqsub,sqsubset 0NotSquareSubset+824 SquareSuperset,sqsup,sqsupset 0NotSquareSuperset+824 Squ' +
  'areSubsetEqual,sqsube,sqsubseteq SquareSupersetEqual,sqsupe,sqsupseteq SquareIntersection,sqcap 0sqcaps+65024 ' +
  'SquareUnion,sqcup 0sqcups+65024 CirclePlus,oplus CircleMinus,ominus CircleTimes,otimes osol CircleDot,odot cir' +
  'cledcirc,ocir circledast,oast 2circleddash,odash boxplus,plusb boxminus,minusb boxtimes,timesb dotsquare,sdotb' +
  ' RightTee,vdash LeftTee,dashv DownTee,top UpTee,bot,bottom,perp 2models DoubleRightTee,vDash Vdash Vvdash VDas' +
  'h nvdash nvDash nVdash nVDash prurel 2LeftTriangle,vartriangleleft,vltri RightTriangle,vartriangleright,vrtri ' +
  'LeftTriangleEqual,ltrie,trianglelefteq 0nvltrie+8402 RightTriangleEqual,rtrie,trianglerighteq 0nvrtrie+8402 or' +
  'igof imof multimap,mumap hercon intcal,intercal veebar 2barvee angrtvb lrtri Wedge,bigwedge,xwedge Vee,bigvee,' +
  'xvee Intersection,bigcap,xcap Union,bigcup,xcup Diamond,diam,diamond sdot Star,sstarf divideontimes,divonx bow' +
  'tie ltimes rtimes leftthreetimes,lthree rightthreetimes,rthree backsimeq,bsime curlyvee,cuvee curlywedge,cuwed' +
  ' Sub,Subset Sup,Supset Cap Cup fork,pitchfork epar lessdot,ltdot gtdot,gtrdot Ll 0nLl+824 Gg,ggg 0nGg+824 Less' +
  'EqualGreater,leg,lesseqgtr 0lesg+65024 GreaterEqualLess,gel,gtreqless 0gesl+65024 3cuepr,curlyeqprec cuesc,cur' +
  'lyeqsucc NotPrecedesSlantEqual,nprcue NotSucceedsSlantEqual,nsccue NotSquareSubsetEqual,nsqsube NotSquareSuper' +
  'setEqual,nsqsupe 3lnsim gnsim precnsim,prnsim scnsim,succnsim NotLeftTriangle,nltri,ntriangleleft NotRightTria' +
  'ngle,nrtri,ntriangleright NotLeftTriangleEqual,nltrie,ntrianglelefteq NotRightTriangleEqual,nrtrie,ntriangleri' +
  'ghteq vellip ctdot utdot dtdot disin isinsv isins isindot 0notindot+824 notinvc notinvb 2isinE 0notinE+824 nis' +
  'd xnis nis notnivc notnivb 7barwed,barwedge Barwed,doublebarwedge 2LeftCeiling,lceil RightCeiling,rceil LeftFl' +
  'oor,lfloor RightFloor,rfloor drcrop dlcrop urcrop ulcrop bnot 2profline profsurf 2telrec target 6ulcorn,ulcorn' +
  'er urcorn,urcorner dlcorn,llcorner drcorn,lrcorner 3frown,sfrown smile,ssmile 10cylcty profalar 8topbot 7ovbar' +
  ' 2solbar 61angzarr 52lmoust,lmoustache rmoust,rmoustache 3OverBracket,tbrk UnderBracket,bbrk bbrktbrk 38OverPa' +
  'renthesis UnderParenthesis OverBrace UnderBrace 3trpezium 5elinters 60blank 165circledS,oS 56HorizontalLine,bo' +
  'xh 2boxv 10boxdr 4boxdl 4boxur 4boxul 4boxvr 8boxvl 8boxhd 8boxhu 8boxvh 20boxH boxV boxdR boxDr boxDR boxdL b' +
  'oxDl boxDL boxuR boxUr boxUR boxuL boxUl boxUL boxvR boxVr boxVR boxvL boxVl boxVL boxHd boxhD boxHD boxHu box' +
  'hU boxHU boxvH boxVh boxVH 20uhblk 4lhblk 4block 9blk14 blk12 blk34 14Square,squ,square 9FilledVerySmallSquare' +
  ',blacksquare,squarf,squf EmptyVerySmallSquare 2rect marker 3fltns 2bigtriangleup,xutri blacktriangle,utrif tri' +
  'angle,utri 3blacktriangleright,rtrif rtri,triangleright 4bigtriangledown,xdtri blacktriangledown,dtrif dtri,tr' +
  'iangledown 3blacktriangleleft,ltrif ltri,triangleleft 7loz,lozenge cir 33tridot 3bigcirc,xcirc 9ultri urtri ll' +
  'tri EmptySmallSquare FilledSmallSquare 9bigstar,starf star 8phone 50female 2male 30spades,spadesuit 3clubs,clu' +
  'bsuit 2hearts,heartsuit diamondsuit,diams 4sung 3flat natur,natural sharp 164check,checkmark 4cross 9malt,malt' +
  'ese 22sext 34VerticalSeparator 26lbbrk rbbrk 85bsolhsub suphsol 29LeftDoubleBracket,lobrk RightDoubleBracket,r' +
  'obrk LeftAngleBracket,lang,langle RightAngleBracket,rang,rangle Lang Rang loang roang 8LongLeftArrow,longlefta' +
  'rrow,xlarr LongRightArrow,longrightarrow,xrarr LongLeftRightArrow,longleftrightarrow,xharr DoubleLongLeftArrow' +
  ',Longleftarrow,xlArr DoubleLongRightArrow,Longrightarrow,xrArr DoubleLongLeftRightArrow,Longleftrightarrow,xhA' +
  'rr 2longmapsto,xmap 3dzigrarr 259nvlArr nvrArr nvHarr Map 7lbarr bkarow,rbarr lBarr dbkarow,rBarr RBarr,drbkar' +
  'ow DDotrahd UpArrowBar DownArrowBar 3Rarrtl 3latail ratail lAtail rAtail larrfs rarrfs larrbfs rarrbfs 3nwarhk' +
  ' nearhk hksearow,searhk hkswarow,swarhk nwnear nesear,toea seswar,tosa swnwar 9rarrc 0nrarrc+824 2cudarrr ldca' +
  ' rdca cudarrl larrpl 3curarrm cularrp 8rarrpl 3harrcir Uarrocir lurdshar ldrushar 3LeftRightVector RightUpDown' +
  'Vector DownLeftRightVector LeftUpDownVector LeftVectorBar RightVectorBar RightUpVectorBar RightDownVectorBar D' +
  'ownLeftVectorBar DownRightVectorBar LeftUpVectorBar LeftDownVectorBar LeftTeeVector RightTeeVector RightUpTeeV' +
  'ector RightDownTeeVector DownLeftTeeVector DownRightTeeVector LeftUpTeeVector LeftDownTeeVector lHar uHar rHar' +
  ' dHar luruhar ldrdhar ruluhar rdldhar lharul llhard rharul lrhard UpEquilibrium,udhar ReverseUpEquilibrium,duh' +
  'ar RoundImplies erarr simrarr larrsim rarrsim rarrap ltlarr 2gtrarr subrarr 2suplarr lfisht rfisht ufisht dfis' +
  'ht 6lopar ropar 5lbrke rbrke lbrkslu rbrksld lbrksld rbrkslu langd rangd lparlt rpargt gtlPar ltrPar 4vzigzag ' +
  '2vangrt angrtvbd 7ange range dwangle uwangle angmsdaa angmsdab angmsdac angmsdad angmsdae angmsdaf angmsdag an' +
  'gmsdah bemptyv demptyv cemptyv raemptyv laemptyv ohbar omid opar 2operp 2olcross odsold 2olcir ofcir olt ogt c' +
  'irscir cirE solb bsolb 4boxbox 4trisb rtriltri LeftTriangleBar 0NotLeftTriangleBar+824 RightTriangleBar 0NotRi' +
  'ghtTriangleBar+824 12iinfin infintie nvinfin 5eparsl smeparsl eqvparsl 6blacklozenge,lozf 9RuleDelayed 2dsol 1' +
  '0bigodot,xodot bigoplus,xoplus bigotimes,xotime 2biguplus,xuplus 2bigsqcup,xsqcup 6iiiint,qint fpartint 3cirfn' +
  'int awint rppolint scpolint npolint pointint quatint intlarhk 11pluscir plusacir simplus plusdu plussim plustw' +
  'o 2mcomma minusdu 3loplus roplus Cross timesd timesbar 2smashp lotimes rotimes otimesas Otimes odiv triplus tr' +
  'iminus tritime intprod,iprod 3amalg capdot 2ncup ncap capand cupor cupcap capcup cupbrcap capbrcup cupcup capc' +
  'ap ccups ccaps 3ccupssm 3And Or andand oror orslope andslope 2andv orv andd ord 2wedbar 7sdote 4simdot 3congdo' +
  't 0ncongdot+824 easter apacir apE 0napE+824 eplus pluse Esim Colone Equal 2ddotseq,eDDot equivDD ltcir gtcir l' +
  'tquest gtquest LessSlantEqual,leqslant,les 0NotLessSlantEqual,nleqslant,nles+824 GreaterSlantEqual,geqslant,ge' +
  's 0NotGreaterSlantEqual,ngeqslant,nges+824 lesdot gesdot lesdoto gesdoto lesdotor gesdotol lap,lessapprox gap,' +
  'gtrapprox lne,lneq gne,gneq lnap,lnapprox gnap,gnapprox lEg,lesseqqgtr gEl,gtreqqless lsime gsime lsimg gsiml ' +
  'lgE glE lesges gesles els,eqslantless egs,eqslantgtr elsdot egsdot el eg 3siml simg simlE simgE LessLess 0NotN' +
  'estedLessLess+824 GreaterGreater 0NotNestedGreaterGreater+824 2glj gla ltcc gtcc lescc gescc smt lat smte 0smt' +
  'es+65024 late 0lates+65024 bumpE PrecedesEqual,pre,preceq 0NotPrecedesEqual,npre,npreceq+824 SucceedsEqual,sce' +
  ',succeq 0NotSucceedsEqual,nsce,nsucceq+824 3prE scE precneqq,prnE scnE,succneqq prap,precapprox scap,succappro' +
  'x precnapprox,prnap scnap,succnapprox Pr Sc subdot supdot subplus supplus submult supmult subedot supedot subE' +
  ',subseteqq 0nsubE,nsubseteqq+824 supE,supseteqq 0nsupE,nsupseteqq+824 subsim supsim 3subnE,subsetneqq 0varsubs' +
  'etneqq,vsubnE+65024 supnE,supsetneqq 0varsupsetneqq,vsupnE+65024 3csub csup csube csupe subsup supsub subsub s' +
  'upsup suphsub supdsub forkv topfork mlcp 9Dashv,DoubleLeftTee 2Vdashl Barv vBar vBarv 2Vbar Not bNot rnmid cir' +
  'mid midcir topcir nhpar parsim 10parsl 0nparsl+8421 53251fflig filig fllig ffilig ffllig 55704Ascr 2Cscr Dscr ' +
  '3Gscr 3Jscr Kscr 3Nscr Oscr Pscr Qscr 2Sscr Tscr Uscr Vscr Wscr Xscr Yscr Zscr ascr bscr cscr dscr 2fscr 2hscr' +
  ' iscr jscr kscr lscr mscr nscr 2pscr qscr rscr sscr tscr uscr vscr wscr xscr yscr zscr 53Afr Bfr 2Dfr Efr Ffr ' +
  'Gfr 3Jfr Kfr Lfr Mfr Nfr Ofr Pfr Qfr 2Sfr Tfr Ufr Vfr Wfr Xfr Yfr 2afr bfr cfr dfr efr ffr gfr hfr ifr jfr kfr' +
  ' lfr mfr nfr ofr pfr qfr rfr sfr tfr ufr vfr wfr xfr yfr zfr Aopf Bopf 2Dopf Eopf Fopf Gopf 2Iopf Jopf Kopf Lo' +
  'pf Mopf 2Oopf 4Sopf Topf Uopf Vopf Wopf Xopf Yopf 2aopf bopf copf dopf eopf fopf gopf hopf iopf jopf kopf lopf' +
  ' mopf nopf oopf popf qopf ropf sopf topf uopf vopf wopf xopf yopf zopf'
