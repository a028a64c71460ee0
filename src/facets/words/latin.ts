/** Words in Latin letters. */
export const latinWords = `
januar* jan janv janvier janner janeiro enero ene gennaio gen styczen stycznia sty leden ledna led ocak oca
februar* feb febr febrero febbraio fevereiro fev fevrier fevr luty lutego lut unor* uno subat şub
march mar marzo marco mars marz mrz maart mrt mart marts marzec marca brezen brezna bre
april* apr abril abr avril avr kwiecien kwietnia kwi duben dubna dub nisan nis
may mayo mayıs mai maio maj maja maggio mag mei kveten kvetna kve
june jun juni junio junho juin giugno giu czerwiec czerwca cze cerven cervna cvn haziran haz
july jul juli julio julho juillet juil luglio lug lipiec lipca lip cervenec cervence cvc temmuz tem
august* aug agosto ago aout sierpien sierpnia sie srpen srpna srp agustos agu
septem* septiembre setiembre setembro settembre sept sep set sett wrzesien wrzesnia wrz zari zar eylul eyl
october octobre octubre outubro ottobre oktober oct okt out ott pazdziernik* paź rijen rijna rij ekim eki
novemb* noviembre nov listopad* lis kasım kas
decemb* dezember dezembro desember diciembre dicembre dec dez des dic grudzien grudnia gru prosinec prosince pro aralık ara
s sec secs second* sek sekund* segund* seg saniye sn
m min mins minut* minuut dakika dk
h hr hrs hour hours hora horas heure heures godz* hodin* ora ore saat sa std stunde* tim timme timmar time timer u uur uren siden+t temu+g
d day days dag dage dagen dagar dager dgn døgn dia dias dzien dni dnia dnem dny dne giorn* gg g gün jour jours j tag tage tagen t
w wk wks week weeks weken woche* wo vecka veckor v uge uger uke uker siden+u hafta hf semaine* semana* sem settiman* sett tydzien tygod* tyg tyd*
month months mo mos monat* mon manad* mån maned* mdr md mnd maand* mois mes mese mesi meses hace+m a+m miesiac* miesiecy mies mesic* ay
year years yr yrs y an ans annee* a anno anni ano anos jahr* jaar jaren vor+j år rok* r lat lata lety let l yıl sene
byte bytes octet octets bajt* bayt
kb kib kilobyte*
mb mib megabyte*
gb gib gigabyte*
tb tib terabyte*
ko mo go to
thousand tsd tausend mille millier* mila duizend tys tysi* bin tn tusen* tusind tis tisic* k

lakh
million* mn mio millon millones mill mi milhao milhoes milion* mln miljoen* miljon* milyon
crore

billion bn mrd milliard* md bi mm bilhao bilhoes mld miliard* miljard* mr milyar mia
mil b t
page pages pp pgs seite seiten seitenzahl pagina* pag pags pagin* pagg blz side sider sida sidor strona strony stron stran strana strany stranek stranka stranky sayfa
vote votes upvote upvotes rating ratings review reviews like likes point points stimme* bewertung* rezension* punkte avis evaluation* note notes voto votos valoracion* opini* resena* calificaciones puntos avaliac* classificacoes pontos voti recension* valutazioni punti beoordeling* stem recensies głos* ocen* recenz* oy degerlendirme puan rost* betyg stemme* anmeldels* bedømmelser omtaler hlas* hodnoceni
comment comments reply replies answer answers response responses kommentar* antwort* commentaire* reponse* comentario* respuesta* resposta* commenti commento rispost* reactie* antwoord* opmerking* komentarz* odpowied* yorum yanıt cevap svar komentar* odpove*
view views play plays read reads aufruf* ansichten zugriffe hits vue vues lectur* visualizacion* vista vistas visita visitas reproduccion* visualizac* visualizzazion* visite letture weergave* wyswietlen wyswietleni* odsłon* goruntule* izlenme visning* zhlednuti zobrazeni pv
download downloads install installs telechargement* descarga* scaricamenti pobra* indirme nedladdning* nedlasting* nedlastning* stazeni
today heute aujourd'hui hoy hoje oggi vandaag dziś dzisiaj bugün idag i_dag dnes
yesterday gestern hier ayer ontem ieri gisteren wczoraj wcz. dün igår i_går včera
vorgestern avant-hier anteayer anteontem l'altro_ieri l'altroieri eergisteren przedwczoraj evvelsi_gün önceki_gün förrgår i_förrgår forgårs i_forgårs předevčírem
now just_now jetzt soeben gerade_eben à_l'instant maintenant ahora ahora_mismo agora agora_mesmo ora adesso proprio_ora nu zojuist teraz przed_chwilą az_önce şimdi nyss just_nu lige_nu nå nettopp nyní právě_teď
free kostenlos gratis gratuit gratuite gratuitement gratuito gratuita grátis za_darmo darmowe bezpłatne bezpłatnie ücretsiz bedava zdarma
ago atrás atras fa geleden temu önce sedan siden
vor a hace há för před
out of von sur de su van z na uzerinden av af ud
star stars stern* etoile* estrella* estrela* stella stelle ster sterren gwiazd* yıldız stjarn* stjerne* hvez* hvezdicek
rating rated bewertung note evaluation valoracion calificacion puntuacion avaliacao classificacao valutazione voto beoordeling waardering ocena puan degerlendirme betyg bedømmelse vurdering hodnoceni
duration length runtime time dauer länge laufzeit spieldauer lesezeit duree duracion duracao durata duur lengte czas długosc süre langd varighed længde varighet lengde delka
read watch lesezeit lesedauer lecture lectura leitura lettura di leestijd czytania
published year publication date veroffentlicht jahr erscheinungsjahr datum publie publiee parution annee publicado publicada ano fecha data pubblicato pubblicata anno gepubliceerd jaar opublikowano rok yayınlanma yıl tarih publicerad publicerat år udgivet dato publisert utgitt publikovano
p str de d'un st nd rd th er customer user global verified etwa ca circa uber fast mehr als rund environ plus pres presque mas casi unos unas cerca mais quase cca asi vice nez`;
