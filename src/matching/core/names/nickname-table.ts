/**
 * Short forms and pet names, and the forms one saint's or prophet's name takes from language to language.
 *
 * A line is one name: its full forms, a colon, its short forms. Written down for Cairn from general knowledge of how
 * people are called at home, the English part as genealogists' lists in general circulation have it; nothing in it is
 * about a person. Similar spellings need no line, the comparison finds them.
 */
export const nicknameTable = `
aaron: ron ronnie erin arn
abigail: abby abbie gail nabby
abel: abe ebbie ab
abraham: abe bram abie ham
abram: abe bram
ada: addie adie
adam: ad adie edie
adelaide: addie ada della heidi adela adele adelia
adele adela adelia: addie della dell
adelbert: del albert delbert bert
adeline adelina: addie ada aline lina delia ady
adolph adolf adolphus: dolph ad olph
adrian: ade adie rian
adrienne: addie enne
agatha: aggie aga agg
agnes: aggie nessa nessie inez ann senga annis
aileen eileen: lena allie helen ellie
alan allan allen: al
albert: al bert bertie alb elbert
alberta: allie bertie berta birdie bert
aldrich: riche rich
alexander: alex al xander sandy alec lex sasha sandro zander ali aleck eleck saunder alick sander
alexandra: alex sandra lexi sandy sasha allie alexa lexie ali drina ondra cassandra alix
alexandria: drina alexander alla sandra
alexis: lexi alex
alfonso alphonse alphonso: al alf fonzie fonso poncho alphie
alfred: al alf fred freddie alfie
alfreda: freda alfy alfie frieda freddy
algernon: algy alger al
alice alicia: ally allie elsie lisa alisa licia ali lici
alison allison: ali allie ally al
alma: allie al
almira: myra almina
alonzo: lon lonnie al lonzo zo
althea: thea allie
alvin: al vin vinnie
alyssa: lissia al ally lissa alissa
amanda: mandy manda amy mindy
ambrose: brose amby
amelia: amy mel millie emily melia amie mimi
anastasia: ana stacy anna stacey tasia nastya stasia
andrea: andi andy drea drew rea
andrew: andy drew
angela: angie angel
angelica: angie angel
angelina: angie lina angel
ann anne anna: annie nan nancy nanny anya hannah antoinette roseanne ana nina nana
annette: anna annie nettie ann netta
anthony: tony ant tonie
antoine: tony
antoinette: toni tony netta nettie ann antonia
antonia: toni tony netta ann tonya
antonio: tony toni tonio nio
archibald: archie baldo arch
arabella: bella ara arry belle hetty
ariadne: arie ari
arlene: arly lena arlie
armand: mandy
armena: mena arry
arnold: arnie arn
arthur: art artie
artemus: art
asahel: asa
asaph: asa
augustus august augustine: gus augie austin gussie gust
augusta: aggy guss gussie tina gusta
aurelia: orella aurilla rilla ree ora aurie
aurora: rory
azariah: riah aze
barbara: barb barbie babs bab bobbie barby babbie bonnie
barnabas barnaby: barney berney
bartholomew: bart bartie bat barty bartel meus mees
beatrice beatrix: bea trixie trix bee beattie bessie
belinda: bel belle linda lindy
benedict: ben bennie benny
benjamin: ben benny bennie jamie benj benjy
bernard: bernie barney berney
bernice: bernie berry bunny
bertha: bert bertie birdie
bertram: bert bertie
bethany: beth bethy
beverly beverley: bev
blanche: bea
bradford: brad ford
bradley: brad
brandon: brand brandy
brenda: brandy
brian bryan: bry
bridget: biddy bridie bridey biddie brie bride delia
broderick: brod brady rod ricky brody
caleb: cal
calvin: cal vin vinny
cameron: cam ron ronny
camille: millie cammie cam camilla
caroline carolyn: carrie carol lynn cari callie caddie lena line carole cassie
carol: carrie
cassandra: cass cassie sandra sandy sandi casey kassie
catherine catharine katherine katharine kathryn katarina kathleen: kate kathy cathy katie kit kitty kay kat kathie cassie trina karen kari lena kittie kitsy cat cath kathlene katy kth tina kathi
cecilia: celia cissy sis cilla sissy cece
cecil: cis
celeste: celia lessie
celinda: linda lynn lindy
charity: chat
charles: charlie chuck chas chick carl chad chaz charley chip buck
charlotte: lottie char charlie lotta lotte carlotta sherry carrie
chauncey: chan
chester: chet
chloe: clo
christine christina christiana: chris chrissy tina kris kristy christy crissy kit kristi
christian: chris kit
christopher: chris kit topher kester kris chip christy
cynthia: cindy cyndi cintha cindi
clara: clair clarissa
clarence: clare clair
clarissa: cissy clara
claudia: claud
clement: clem
clementine: clem clement tina
clifford: cliff ford
clifton: cliff tony
clinton: clint
columbus: clum
conrad: con conny
constance: connie
cordelia: cordy delia
corinne: cora ora
cornelia: nelia corny nelle cornie
cornelius: con conny corny niel neil
courtney: curt court
curtis: curt
cyrus: cy
dalton: dahl dal
daniel: dan danny dann
danielle: ellie dani
daphne: daph daphie
darlene: lena darry
david: dave davey day daw davy davie
deborah debra: deb debbie debby
delbert: bert del
delilah: lil lila dell della
delores dolores: lola lolly dee dell della dodie loll
demetrius: dimi
dennis denis: denny dennie
derrick: eric rick ricky
diana diane dianne: di didi
dominic dominick: dom nick nic
donald: don donnie donny dony
dorothy dorothea: dot dottie dolly dora dortha dotty dodie dee dorrie thea
douglas: doug
duncan: dunk
ebenezer: eb eben ebbie
edgar: ed eddie eddy
edith: edie edye
edmund edmond: ed eddie ted ned teddy eddy
eduardo: eddie ed lalo
edward: ed eddie ted ned teddy eddy neddy
edwin: ed eddie win eddy ned
eleanor eleanora elenor: ellie nell nora lenora ella ellen elaine nellie helen len lenny
eleazer: lazar
elias: eli lee lias
elijah: eli lige
eliphalet: left
elisha: lish eli
eliza: liz lizzie
elizabeth elisabeth: liz lizzie beth betty bess bessie betsy eliza elsie libby lisa liza lilibet betsey bett lib lisbeth bette betty bettie lizzy ellie elsa elise lillie buffy
ella: ellen el
ellen: nellie nell helen
elmira: ellie elly mira
elvira: elvie
elwood: woody
emanuel emmanuel: manny manuel mannie immanuel
emeline emmeline: em emmy emma milly emily
emily: em millie emmy emma mel
emma: em emmy
eric erik: rick ricky
ernest: ernie
ernestine: tina erna teeny
estelle estella: essy stella essie
esther: essie hester hettie
ethel: ethelinda
eugene: gene
eugenia: gene jenny genie
euphemia: effie effy
eustace: stacy stacia
eva eve: evie evelyn
evangeline: ev evan vangie
evelyn: evelina ev eve eva
ezekiel: zeke ez
ezra: ez
faith: fay
felicia: fel felix feli licia
ferdinand: ferdie fred freddie ferdy
fidelia: delia
florence: flo flossie flora flor
frances: fran franny fanny frankie francie sis cissy fannie franniey
francine: fran franny
francis: frank fran frankie
francisco: paco pancho cisco kiko frank curro
franklin: frank fran
frederick frederic: fred freddie freddy fritz rick ricky
frederica: freda frieda ricka freddy
gabriel: gabe gabby gab
gabriela gabriella gabrielle: gabby ella gab
genevieve: jean eve jenny gen
geoffrey jeffrey jeffery: geoff jeff
george: georgie geordie
georgia georgina georgiana: georgie gina ana
gerald: gerry jerry gerrie
geraldine: gerry gerrie jerry dina
gerard: gerry jerry
gertrude: gert trudy gertie trudie
gideon: gid
gilbert: gil bert wilber
gloria: glory
gregory: greg gregg
gretchen: margaret
griselda: grissel
gustavus gustave gustavo: gus tavo
gwendolyn: gwen wendy gwenny
hamilton: ham
hannah: anna nan nanny annie susan
harold: hal harry
harriet: hattie hatty harry
harrison: harry
heather: hetty
helen helena: nell nellie lena ellen elaine nelly eleanor ella
heloise: lois eloise elouise
henrietta: hettie etta nettie hank retta hetty etty
henry: hank harry hal hen
herbert: bert herb herbie
hermione: hermie
hester: hessy esther hetty
hezekiah: hez hy kiah
hilary: hil hilly
hiram: hy
hope: hopp
horace horatio: horry
howard: howie hal
hubert: bert hub hugh
ignatius ignacio: iggy nace nate natius nacho
irene: rena
irving: irv
isaac: ike zac zeke isaak ik
isabel isabella isabelle: bella belle izzy ib issy sabella nib tibbie bell
isaiah: zadie zay
isidore isidora: izzy dora
israel: izzy
ivan: vanya
jacob: jake jay jack cob cobb
jacqueline: jackie jack jacque
james: jim jimmy jamie jem jimmie jimi jay
jane: jan janie jennie jean jessie janey
janet: jan jessie
janice: jan
jasper: jap casper
jean: jenny jeanne jessie
jeanette: jean nettie jessie janet
jedediah: jed
jefferson: jeff sonny
jemima: mima jem
jennifer: jen jenny jennie jenn
jeremiah jeremy: jerry jem
jerome: jerry
jessica: jess jessie
joan: joanie jo nonie
joanna johanna: jo joan jody joann
john: jack johnny jock johnnie jonny ian
johnathan jonathan: john jon nathan jonny johnny
joseph: joe joey jos jo jody
josephine: jo josie fina josey joey jody
joshua: josh jos
josiah: jos si
joyce: joy
juanita: nita nettie
judith: judy jude judie judi
julia: julie jill jules juliet
julian: jule jules
julius: jule
junior: june jr
justin: justus
kenneth: ken kenny kent kendrick
keziah: kizza kizzie
kimberly kimberley: kim
lafayette: lafe fate
laura: laurie lauren lorrie lolly lori
laurence lawrence lorenzo: larry lawrie lon lonny lorne loren lorry lou laurie
laurel: laurie
laverne: vernon verna
lavinia: vina viney ina winnie lavina
leander: lee
lemuel: lem
lenora leonora: nora lee
leo leon: lee
leonard: len lenny leo leon lineau
leroy: roy lee
leslie: les
lester: les
letitia lettice: lettie titia lettice tish letty
levi: lee
lewis louis: lou louie louise
lillian: lil lilly lily lillie lolly
lincoln: link
linda: lindy lynn
lorraine: lorrie laurie
louise louisa: lou eliza lulu lois
lucille: lou lu lucy cille
lucinda: lucy cindy lu
lucius lucas: luke luc
lucretia: creasey
lucy: lou lu
luther: luke
lydia: lyddy
lyndon: lindy lynn
mabel: mab may
mackenzie: ken mac mack
madeline madeleine: maddie maddy lena maud madge magda
magdalena: lena magda maggie
malachi: mally
malcolm: mac mal
marcus: mark
margaret margarita: maggie meg peggy madge marge margie daisy greta rita marjorie meggie margo peg gretta midge polly peggie metta
marianne mary-ann: mary anna
maria marie: mary mae mia
marilyn: mary lynn
marion: mary
marjorie: margie marge
marsha: marcie
martha: marty mattie patty matt pat patsy
martin: marty
martina: tina
marvin: marv
mary: molly polly mae may mamie mitzi mollie maureen moll mimi
mathilda matilda: tilly mattie maud tilda patty tillie maude
matthew: matt matty thias mat
maurice: morey morris
maximilian maxwell: max
mehitable: hetty mitty mabel hitty
melanie: mellie mel
melinda: mindy linda mel lindy
melissa: missy lisa mel lissa milly
melvin: mel vin
mercedes: merci sadie mercy
michael: mike mick mickey micky micah mikey
michelle: mickey shelly shelley
mildred: millie milly
millicent: milly missy
minerva: minnie nervie
miranda: mandy mira randy
miriam: mimi mitzi mitzie mary
mitchell: mitch
mortimer: mort
moses: moe mose moss
myrtle: myrt mert
nancy: nan ann nannie
naomi: omi
napoleon: nap leon nappy
natalie: natty nettie tally
natasha: tasha nat
nathan nathaniel: nat nate natty than nathan
nelson: nels
newton: newt
nicholas nicolas: nick nicky claes cole claus nico klaus nicki colin
nicole: nikki nicki nicky cole
nora: honora
norbert: bert norby
norman: norm
obadiah: obie obed dyer
octavia: tave tavia
olive olivia: ollie liv livia livvy nollie
oliver: ollie
oscar: ossy
oswald: ossy ozzie waldo oz
pamela: pam
patience: pat patty
patricia: pat patty tricia trish patsy tish patti
patrick: pat paddy patsy rick pate
paul: polly paulie
paula pauline: polly lina
penelope: penny
peter: pete pate petey
petronella: nellie
phebe phoebe: fifi
philip phillip: phil pip flip
philomena: mena menaalmena
phyllis: phyl
pleasant: ples
priscilla: cilla prissy cissy
prudence: prue prudy
quincy: quin
rachel: shelly rach rae
ralph: raphael
ramona: mona
randall randolph: randy dolph
raphael: ralph rafe
raymond: ray
rebecca: becky becca beck reba
reginald: reggie reg naldo reynold renny
regina: reggie gina
reuben: rube
rhoda: rodie
richard: rick dick rich richie ricky dickie dicky rico
robert: rob bob bobby robbie robin rupert bobbie robby dob dobbin hob rab
roberta: bobbie robbie bert birdie
roderick: rod roddy rick erick
rodney: rod
roger: rodge hodge bobby
roland rowland: rollo rolly roly orlando
ronald: ron ronnie naldo
rosabel roseanne: rose rosie ann
rosalind rosalyn: rose rosie lindy roz linda
rosemary: rose rosie mary marie
roxanne roxanna: roxie rose ann
rudolph rudolf: rudy dolph rolf
rufus: rufe
russell: russ rusty
sabrina: brina
salome: loomie
samantha: sam sammy
sampson samson: sam
samuel: sam sammy
sandra: sandy cassandra
sarah sara: sally sadie sal sarry
savannah: vannie anna
scott: scotty sceeter
sebastian: seb bastian
selina: lena celina
serena: rena
seymour: see morey
shannon: shane
sharon: sha shay
sheila: cecilia
sheldon: shelly
shirley: sherry lee shirl
sibyl: sybill
sidney sydney: sid syd
silas: si
silvester sylvester: syl vester sy vet
simeon simon: si sion
smith: smitty
solomon: sol sal salmon solly zolly
sophia: sophie sophy
stephanie: steph stephie annie stevie
stephen steven: steve steph stevie
stuart stewart: stu
submit: mitty
sullivan: sully van
susan susannah suzanne: sue susie suzie sukey susi hannah
sylvia: sylvie
tabitha: tabby
tamara: tammy
tanya: tatiana
terence terrance: terry
thaddeus: thad tad
theodora: theo dora
theodore: ted teddy theo
theodosia: theo dosia
theophilus: ophi
theresa teresa: terry tess tessa tracy tessie thursa terri
thomas: tom tommy thom
timothy: tim timmy
tobias: toby bias
tryphena: phena
uriah: riah
ursula: sulie sula
valentina valentine: felty val
valerie: val
vanessa: essa vanna nessa
vernon: vern
veronica: vonnie ron ronna ronnie frony
victor: vic vick
victoria: vicky vic tori vickie torrie
vincent: vin vinnie vince
viola violet: vi ola
virgil: virge
virginia: ginny ginger jane virgy
vivian: vi viv
waldo: ossy
wallace: wally
walter: walt wally wat
washington: wash
webster: webb
wendy: gwen
wesley: wes
wilhelmina: mina willie billie wilma minnie
wilfred: will fred willie
william: bill billy will willy willie liam wil
willis: will bill
winfield: win field
winifred: winnie freddie win
woodrow: woody drew wood
yvonne: vonna
zachariah zachary: zach zack zac zachy zacky
zebedee: zeb
zebulon: zeb lon
zedekiah: zed dyer
francisco: paco pancho curro quico kiko fran
jose josefa: pepe chepe pepito josele pepa chema
ignacio: nacho
jesus: chuy chucho suso
guadalupe: lupe lupita
enrique: quique kike
eduardo: lalo edu
alejandro: ale jandro alex
alejandra: ale jandra
roberto: beto tito
alberto: beto tito
rafael: rafa
manuel: manolo manu lolo
manuela: manoli lola
dolores: lola loli lolita
concepcion: concha conchita
rosario: charo chayo
consuelo: chelo
pilar: pili
mercedes: merche meche
isabel: isa chabela
luis: lucho
vicente: chente
gregorio: goyo
guillermo: memo guille
gonzalo: gonza chalo
santiago: santi chago yago diego
sebastian: sebas
fernando: nando fer
hernando: nando
leonardo: leo nardo
ricardo: richi
teresa: tere maite
antonia: toni tona
graciela: chela
gabriela: gabi
maria jesus: chus
catalina: cata
carmen: carmela menchu
montserrat: montse
joaquin: quino chimo
domingo: mingo
salvador: salva chava
sergio: checo
octavio: tavo
gustavo: tavo
miguel: migue micho
pedro: perico
pierre: pierrot
jacques: jacquot jacky
francois: fanfan
jean: jeannot
charles: charlot
louis: loulou
marguerite: margot
elisabeth: babette lisette
henri: riton
antoine: toinou titi
michel: mimi michou
alexandre: alex sacha
nicolas: nico colas
stephane: steph
philippe: phil fifi
christophe: tophe
giuseppe: beppe peppe pino peppino
giovanni: gianni nino vanni
francesco: franco cecco ciccio checco
luigi: gigi gino
domenico: mimmo nico
antonio: tonino totò nino
salvatore: totò turi tore
vincenzo: enzo vince
lorenzo: enzo renzo
raffaele: lello
johannes johann: hans hannes jan hansi
josef: sepp jupp pepi
georg: schorsch jorg jurgen
friedrich: fritz fred
heinrich: heinz heiner
wilhelm: willi helmut
margarete: grete gretel
katharina: kathe kati
ludwig: lutz
maximilian: max
sebastian: basti wastl
konrad: kurt
dietrich: dieter dirk
alexandr aleksandr alexander: sasha sanya shura alek
alexandra aleksandra: sasha sanya shura
alexei aleksei alexey: alyosha lyosha lyokha alesha
anastasia anastasiya: nastya nastia stasya asya
anatoly anatoli: tolya
andrei andrey: andryusha
anna: anya anyuta nyura
anton: antosha tosha
boris: borya
daniil danila: danya
daria darya: dasha
dmitri dmitry dmitriy: dima mitya dimitri
ekaterina yekaterina: katya katyusha
elena yelena: lena alyona lenochka
elizaveta yelizaveta: liza
evgeni evgeny yevgeny yevgeni: zhenya
fyodor fedor: fedya
galina: galya
gennady: gena
georgy georgi: gosha zhora
grigory grigori: grisha
igor: gosha igoryok
ilya: ilyusha
irina: ira irisha
ivan: vanya vanka
kirill: kirya
konstantin: kostya
ksenia: ksyusha
larisa: lara
leonid: lyonya
lev: lyova
lyubov: lyuba
lyudmila ludmila: lyuda mila
maksim maxim: max
margarita: rita
maria mariya: masha marusya manya
mikhail: misha mishka
nadezhda: nadya
natalia natalya: natasha nata
nikita: nik
nikolai nikolay: kolya
nina: ninochka
oleg: olezhka
olga: olya
pavel: pasha
polina: polya
pyotr petr: petya
roman: roma
semyon: senya syoma
sergei sergey: seryozha seryoga
sofia sofya: sonya
stanislav: stas slava
stepan: styopa
svetlana: sveta
tamara: toma
tatiana tatyana: tanya
timofei: tima
vadim: vadik
valentina: valya
valentin: valya
valery valeri: valera
vasily vasili: vasya
vera: verochka
viktor victor: vitya
vitaly: vitalik
vladimir: vova volodya vlad
vladislav: vlad slava
vyacheslav: slava
yakov: yasha
yulia yuliya: yulya
yuri yuriy: yura
zinaida: zina
aleksander: olek alek
stanislaw: stas staszek
jan: janek jasiu
jozef: jozek
katarzyna: kasia
malgorzata: gosia
tadeusz: tadek
wojciech: wojtek
zbigniew: zbyszek
andrzej: jedrek
krzysztof: krzysiek
elzbieta: ela
agnieszka: aga
jerzy: jurek
oleksandr: sashko olesandr
mykhailo: mykhas misha
mykola: kolia
volodymyr: volodia vova
mohamed: mo hamoudi hamada hamoud moha mohamedou hamma medo midou didou
ahmed: hamada hamoudi midou hmed hmidou
abdallah: abdu abdo aboud abboud abdou
abdelrahman abdurrahman: abdu abdo rahman aboud dahmane abdou
abdelkader: kader kaddour abdou
abdelaziz: aziz azouz
abdelkarim: karim
abdelhamid: hamid hamidou
abdelmalik: malik malek
abdelhakim: hakim
abdelmajid: majid
abdelrahim: rahim
abdelsalam: salam sallam
abdelwahab: wahab
abdelnasser: nasser
abdelhalim: halim
abdellatif: latif
abdelghani: ghani
abdelkarim: karim krimo
mustafa: mus darsh sousou tafa
ibrahim: brahim bob hima barhoum
ismail: smail soma
yusuf: yousfi jojo seyfou sufi
khadija: khadouj khaddouj dija khadra
fatima: fatoum fatma fattoum fatouma toumi batoul fatou binta
aisha: aicha aishe eshe ayoush
zeinab: zouzou zizi zoza zinab
mariam: maryoum mimi marioma meryem
khalid: khaloud
hussein: hassoun
hassan: hassoun hasoun
said: sa'oud
omar: ammour
ali: alaoui aloush alilou
salim: sallouma salloum
suleiman: slimane sulaiman
mahmoud: hamada houda
zakaria: zaki ziko zico
yahya: yoyo
bilal: bilou
rachid: rochdi
nasreddin: nasser nasro
nureddin: nour noureddine
saifeddin: saif seif
salaheddin: salah
alaeddin: alaa ala
gebremedhin: gebre
tewodros: teddy tedros
bethlehem: betty
samrawit: sami
yohannes: jonny john
mikael: miki
tesfaye: tesfa
haile: hailu
kidane: kidu
mohammad: mamad mahmat muhammadu mamadou mahamadou modou momodou amadou
ibrahim: ibrahima brahima ibou
ousmane: usman osman othman
alhassane: lansana
mehmet: memo memet
huseyin: huso
ibrahim: ibo
fatma: fatos
suleyman: sulo
mustafa: mistik musti
khurshid: khosrow
lakshmi: laxmi lucky
krishna: kishan kanha kanu
ramesh: ramu
rajendra: raju rajan
rajesh: raju
narendra: naren
surendra: suren
debashish: debu
subhash: subho
chandra: chandu
`;

/** One name in the languages of the peoples who share its saint or prophet: full forms of equal rank. */
export const cognateTable = `
john ioannes johannes johann jean juan joan giovanni ivan jan jon janis yannis ioannis ion iohannes joao sean ian evan hans johan yohannes yahya hovhannes ovanes juhani yuhanna hanna iwan ivans jonas john jhon yan
james jacob iacobus jacobus jakob jacques jaime diego santiago iago giacomo yaqub yakub yaqoub jakov yakov giacobbe hagop jaakko jekabs jaume thiago seamus
george georgius georg jorge giorgio georges jerzy yuri georgi giorgi gheorghe jiri gyorgy juraj goran girgis jirjis juris jurgis kevork georgios jordi joris yrjo yorgos georgiy
william guillermo guillaume wilhelm willem guglielmo gulielmus guillem vilhelm viljams vilem vilmos uilliam
henry henricus heinrich henri enrique enrico hendrik henrik henryk heinz genrikh henrique jindrich heikki enric
charles carolus karl carlos carlo karel karol carl kaarlo karoly charlie karlis
louis ludovicus ludwig luis luigi lewis lodewijk ludvik aloysius lajos luiz ludovic lluis lodovico
peter petrus pierre pedro pietro piotr pyotr petr pieter boutros butrus petros petar bedros pere peteris petras pekka peder per
paul paulus pablo paolo pavel pawel paulo pal bulus boulos pavlos pavlo pavao pauls paulius pol paavo pavle
mary maria marie mariam maryam miriam mariya marija meryem maryam marya moira maire mariami
joseph iosephus josephus jose giuseppe yusuf josef jozef yousef youssef yosef iosif josip jozsef osip yoseph josep hovsep jazeps juozas yusif juuso
michael michel miguel michele mikhail michal mikael mihail mihaly mikhael mikolaj mikail mihai mihajlo mykhailo mikel miquel mikko mihkel mihails mykolas
francis franciscus francois francisco francesco franz frans franciszek ferenc frantisek francesc franc franjo
stephen stephanus steven etienne esteban stefano stefan stepan istvan estevao stefanos estefanus stepanos esteve stjepan step tapani
andrew andreas andre andres andrea andrei andrej andrzej ondrej andras anders andriy andrejs andrius antti andria
anthony antonius antonio antoine anton antoni antal antun antonin antons antanas
matthew matthaeus matthias mathieu mateo matteo matthijs mateusz matej matvei matti mate mattias matyas
nicholas nicolaus nicolas nicola niccolo nikolai mikolaj nikola nikolaos nikolay klaus miklos nils niels mykola nicolae nikolajs
thomas tommaso tomas tomasz toma tamas foma tuomas tomass tomaz
philip philippus philippe felipe filippo filip filipp philippos
alexander aleksandr alejandro alessandro alexandre aleksander iskander iskandar sandor alexandros aleksandrs alasdair oleksandr alexandru alexandr
frederick fridericus friedrich frederic federico fryderyk frederik fredrik bedrich fryderyk frigyes fredericus
edward eduardus eduardo edouard eduard edoardo edvard ede edvards
robert robertus roberto ruprecht rupert roberts
richard ricardus ricardo riccardo ryszard rikard richardus ricards
martin martinus martino marcin marton morten martins
christopher christophorus christophe cristobal cristoforo christoph krzysztof kristof kristoffer khristofor
elizabeth elisabeth isabel elisabetta elzbieta erzsebet yelizaveta elisabet elspeth elisaveta alzbeta
catherine katharina catalina caterina katarzyna yekaterina ekaterina katarina katalin katrin kateryna catarina kateri
margaret margarita marguerite margherita margarete malgorzata margit marketa margareta
helen helena elena helene yelena olena ilona eleni jelena elene ilana
anna ann anne ana hannah hanna anne hana
eve eva hawa hawwa havva chava yeva hiwot
abraham ibrahim avraham abram abraam abramo ibraheem abrahamus
isaac ishaq isak yitzhak isaak ishak yishak
ishmael ismail ismael esmail
moses musa moussa moshe moises mose mousa muse mosze
david daud dawud dawit davud davide dawood dawid davit davids dovydas
solomon suleiman sulaiman salomon shlomo suleyman salomone selomon soliman
aaron harun haroun aharon aron
jesus isa issa eisa yeshua joshua yesus iesu
gabriel jibril djibril cebrail gavriil gabriele gavril
daniel danyal daniil daniele danil danielius
zachary zakariya zechariah zakaria zacharias zekeriya zacarias
elijah elias ilyas ilya eliahu ilias
jonah yunus younes jonas yonas yunis giona
job ayub ayoub ayyub iyob hiob giobbe
noah nuh nouh noe noach
adam adamo adan adem
sarah sara sarra sahra zara
lawrence laurentius laurent lorenzo lorenz laurenz lars wawrzyniec lavrenti laurence laurentiu
gregory gregorius gregoire gregorio grigori gregor grzegorz grigory krikor
benedict benedictus benoit benito benedetto benedikt bengt
vincent vincentius vincenzo vicente vinzenz wincenty
simon simeon szymon shimon semyon simone simun
mark marcus marco marc marek marko markus markos mordechai
luke lucas luca luc lukas lukasz loukas lucio
timothy timotheus timoteo timothee timofei tymoteusz
theodore theodorus teodoro fyodor feodor tewodros tedros theodor fedor teodor tudor theodoros toros fedir
constantine constantinus konstantin costantino constantin kostas konstantinos
eugene eugenius evgeny yevgeny eugenio eugeniusz evgeni yevhen
jerome hieronymus jeronimo girolamo hieronim gerolamo
ignatius ignacio ignace ignazio ignacy ignaz
augustine augustinus agustin agostino augustin
max maximus maxim maksim massimo maximo maksym
julius giulio julio jules yuli juliusz
rachel raquel rachele rahel raisa
martha marta marthe marfa
susan susanna susana suzanne zuzanna zsuzsanna sawsan
mohamed mahomet mehmet mamadou mahmadou magomed muhammadu mamadu
ahmed ahmet ahmad amadou akhmed hamadou
fatima fatma fatoumata fatou fadumo fadimata fatemeh
aisha aicha ayse aissatou ayesha aichatou
khadija hatice kadiatou khadidja kadidia khadijeh hadiza
zeinab zaynab zeynep zainab seynabou zenab
abdallah abdullah abdoulaye abdulahi ubaydullah
othman osman ousmane usman uthman
hussein husayn huseyin ousseynou hosein
hassan hasan alassane alhassan hassane
yahya yehia yahia johanan
omar umar umer oumar ömer gumar
khalid halid khaled
yaqub yakup yacouba
mustafa moustapha mostafa
`;
