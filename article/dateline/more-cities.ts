/**
 * Cities from which wires write often, by ISO country, beside those that stand alone in a style;
 * old and foreign spellings too. Not a gazetteer: a dateline needs none, but a bare `SRINAGAR: `
 * or `Leipzig - ` is surer with it.
 */
export const MORE_CITIES = `
AE Abu Dhabi,Dubai,Sharjah|AF Kabul,Kandahar,Herat,Jalalabad,Mazar-i-Sharif,Kunduz,Bagram,Lashkar Gah
AL Tirana|AM Yerevan|AO Luanda|AR Buenos Aires,Cordoba,Rosario,Mar del Plata,Mendoza,Bariloche
AT Graz,Linz,Salzburg,Innsbruck,Klagenfurt,Wien,Viena
AU Canberra,Melbourne,Brisbane,Perth,Adelaide,Hobart,Darwin,Gold Coast,Alice Springs,Cairns
AZ Baku|BA Sarajevo,Mostar,Banja Luka,Srebrenica|BB Bridgetown|BM Bermuda|BD Dhaka,Dacca,Chittagong
BE Antwerp,Bruges,Ghent,Liege,Charleroi,Bruxelles,Bruselas,Brussel|BF Ouagadougou|BG Sofia,Plovdiv,Varna
BH Manama|BI Bujumbura|BJ Cotonou|BN Bandar Seri Begawan|BO La Paz,Santa Cruz,Cochabamba|BS Nassau
BR Brasilia,Salvador,Recife,Porto Alegre,Belo Horizonte,Curitiba,Fortaleza,Manaus,Belem|BW Gaborone
BY Minsk|BZ Belmopan
CA Ottawa,Vancouver,Winnipeg,Calgary,Edmonton,Halifax,Quebec,Fort McMurray,Moncton
CD Kinshasa,Goma,Bukavu,Kisangani,Lubumbashi,Bunia|CF Bangui|CG Brazzaville|CI Abidjan,Yamoussoukro,Bouake
CH Basel,Basle,Bern,Berne,Lausanne,Lugano,Davos,Ginebra,Genf,Zurigo,Lucerne,St. Moritz
CL Santiago,Valparaiso,Concepcion|CM Yaounde,Douala
CN Peking,Canton,Nanjing,Wuhan,Shenzhen,Guangzhou,Tianjin,Chengdu,Chongqing,Xian,Xi'an,Hangzhou,Lhasa
CN Urumqi,Dalian,Qingdao,Harbin,Shenyang,Boao,Macao,Pekin
CO Bogota,Santafe de Bogota,Medellin,Cali,Cartagena,Barranquilla|CR San Jose|CU Santiago de Cuba
CY Nicosia,Limassol,Larnaca|CZ Brno,Ostrava,Praga
DE Cologne,Frankfurt,Fráncfort,Bonn,Duesseldorf,Dusseldorf,Stuttgart,Hamburg,Leipzig,Dresden,Hannover
DE Hanover,Nuremberg,Nuernberg,Bremen,Dortmund,Gelsenkirchen,Leverkusen,Wolfsburg,Karlsruhe,Potsdam
DE Heidelberg,Mainz,Kiel,Rostock,Magdeburg,Erfurt,Wiesbaden,Saarbruecken,Muenchen,Koeln,Kaiserslautern
DE Bayreuth,Ramstein,Mannheim,Augsburg,Berchtesgaden,Berlín|DK Copenhagen,Aarhus,Odense,Copenhague
DJ Djibouti|DO Santo Domingo|DZ Algiers,Oran,Argel|EC Quito,Guayaquil|EE Tallinn
EG Alexandria,Sharm el-Sheikh,Sharm El Sheikh,Luxor,Port Said,Suez,Taba,El-Arish,El Cairo
ES Barcelona,Zaragoza,Seville,Sevilla,Bilbao,Malaga,Valencia,San Sebastian,Granada,Murcia,Vitoria
ES Pamplona,Palma de Mallorca,Santander,Oviedo,Gijon,Valladolid,Salamanca,Santiago de Compostela,Toledo
ES Las Palmas,Las Palmas de Gran Canaria,Tenerife,Santa Cruz de Tenerife,Alicante,Cadiz,La Coruña,A Coruña
ES Vigo,Logroño,Burgos,Badajoz,Melilla,Ceuta,Huelva,Lleida,Girona,Tarragona
ET Addis Ababa|FI Turku,Tampere|FJ Suva
FR Strasbourg,Estrasburgo,Nice,Lyon,Lyons,Bordeaux,Marseille,Marseilles,Marsella,Toulouse,Lille,Nantes
FR Cannes,Grenoble,Montpellier,Rennes,Calais,Rouen,Reims,Metz,Ajaccio,Le Mans,Saint-Denis,Niza
GA Libreville|GE Tbilisi,Batumi,Sukhumi,Tskhinvali,Gori
GB Edinburgh,Belfast,Cardiff,Manchester,Liverpool,Birmingham,Leeds,Glasgow,Sheffield,Bristol,Newcastle
GB Southampton,Portsmouth,Nottingham,Leicester,Oxford,Cambridge,Brighton,Blackpool,Bournemouth,Aberdeen
GB Dundee,St. Andrews,Gleneagles,Wimbledon,Silverstone,Aintree,Epsom,Ascot,Cheltenham,Londonderry,Londres
GB Wembley,Twickenham,Sunderland,Coventry,Plymouth
GH Accra|GM Banjul|GN Conakry|GR Athens,Thessaloniki,Salonika,Salonica,Piraeus,Olympia,Patras,Atenas
GT Ciudad de Guatemala|GT Guatemala|GY Georgetown|HN Tegucigalpa,San Pedro Sula|HR Zagreb,Dubrovnik,Split
HT Port-au-Prince,Gonaives,Cap-Haitien|HU Budapest
ID Jakarta,Yakarta,Djakarta,Surabaya,Bandung,Banda Aceh,Medan,Denpasar,Bali,Dili,Nusa Dua,Makassar
IE Cork,Galway,Limerick,Shannon
IL Tel Aviv,Haifa,Jerusalén,Beersheba,Ashdod,Ashkelon,Sderot,Eilat,Nazareth
IN Bombay,Mumbai,Calcutta,Kolkata,Madras,Chennai,Bangalore,Bengaluru,Hyderabad,Lucknow,Ahmedabad
IN Ahmadabad,Chandigarh,Patna,Srinagar,Jammu,Guwahati,Gauhati,Bhopal,Jaipur,Pune,Nagpur,Kanpur,Agra
IN Varanasi,Amritsar,Imphal,Kochi,Cochin,Thiruvananthapuram,Trivandrum,Gandhinagar,Bhubaneswar,Ranchi
IN Shillong,Dehra Dun,Dehradun,Panaji,Mangalore,Mysore,Coimbatore,Surat,Vadodara,Delhi,Shimla,Raipur
IQ Fallujah,Falluja,Basra,Basrah,Najaf,Kirkuk,Tikrit,Mosul,Ramadi,Samarra,Baquba,Baqouba,Karbala,Kerbala
IQ Arbil,Erbil,Irbil,Nasiriyah,Bagdad,Kufa,Hilla,Umm Qasr
IR Tehran,Teheran,Teherán,Isfahan,Mashhad,Bam,Natanz,Bushehr,Qom|IS Reykjavik
IT Turin,Torino,Roma,Milano,Milán,Venice,Venezia,Florence,Naples,Napoli,Genoa,Genova,Bologna,Palermo
IT Trieste,Verona,Bari,Parma,Perugia,Siena,Monza,Imola,Cortina,Sestriere,L'Aquila
JM Kingston|JO Amman,Aqaba,Petra,Ammán|KE Nairobi,Mombasa|KG Bishkek|KH Phnom Penh,Siem Reap
KP Pyongyang,Panmunjom|KR Seoul,Pusan,Busan,Inchon,Incheon,Seúl,Pyeongchang,Gangneung,Kwangju
KZ Almaty,Alma-Ata,Astana,Baikonur,Nur-Sultan|KW Kuwait|LA Vientiane|LB Sidon,Tyre,Beirut
LK Colombo,Kandy,Jaffna,Galle,Trincomalee|LR Monrovia|LT Vilnius|LV Riga|LY Tripoli,Benghazi,Sirte,Misrata
MA Rabat,Casablanca,Marrakesh,Marrakech,Tangier|MD Chisinau,Tiraspol|MG Antananarivo
MK Skopje,Ohrid|ML Bamako,Timbuktu|MM Rangoon,Yangon,Naypyitaw,Mandalay,Sittwe|MN Ulan Bator,Ulaanbaatar
MR Nouakchott|MT Valletta|MU Port Louis|MV Male|MW Lilongwe,Blantyre
MX Acapulco,Cancun,Guadalajara,Monterrey,Tijuana,Ciudad Juarez,Puebla,Oaxaca,Veracruz,México
MY Kuala Lumpur,Putrajaya,Penang,Kuching,Kota Kinabalu,Langkawi,Sepang|MZ Maputo|NA Windhoek
NE Niamey|NG Lagos,Abuja,Kano,Port Harcourt,Warri,Kaduna,Ibadan,Maiduguri,Jos|NI Managua
NL The Hague,La Haya,Rotterdam,Eindhoven,Utrecht,Maastricht,Den Haag|NO Oslo,Bergen,Trondheim,Stavanger,Lillehammer
NP Kathmandu,Katmandu,Pokhara,Lukla|NZ Wellington,Auckland,Christchurch,Hamilton,Dunedin|OM Muscat
PA Panama,Ciudad de Panamá|PE Lima,Cuzco,Cusco,Arequipa|PG Port Moresby|PH Manila,Cebu,Davao,Zamboanga,Baguio,Jolo
PK Lahore,Rawalpindi,Quetta,Karachi,Peshawar,Muzaffarabad,Multan,Faisalabad,Sialkot,Wana,Gwadar
PL Warsaw,Varsovia,Cracow,Krakow,Lodz,Gdansk,Poznan,Wroclaw,Katowice,Czestochowa
PS Gaza,Gaza City,Nablus,Ramallah,Hebron,Jenin,Bethlehem,Rafah,Jericho,Khan Younis,Khan Yunis,Tulkarm,Qalqilya,Beit Hanoun
PT Lisbon,Lisboa,Porto,Oporto,Faro,Coimbra,Funchal|PY Asuncion|QA Doha|RO Bucharest,Bucarest,Timisoara,Cluj
RS Belgrade,Belgrado,Nis,Novi Sad|RU Moscú,Leningrad,St. Petersburg,St Petersburg,Vladivostok,Grozny,Beslan
RU Vladikavkaz,Nazran,Sochi,Kaliningrad,Yekaterinburg,Novosibirsk,Murmansk,Kazan,Rostov-on-Don,Khabarovsk
RU Yuzhno-Sakhalinsk,Irkutsk,Makhachkala,Samara,Volgograd,Star City
RW Kigali|SA Riyadh,Riad,Jeddah,Jiddah,Mecca,Medina,Dhahran,Khobar,Dammam
SD Khartoum,Darfur,Nyala,El Fasher,Juba,Port Sudan|SE Gothenburg,Goteborg,Malmo,Uppsala,Estocolmo
SI Ljubljana,Maribor,Kranjska Gora|SK Bratislava,Kosice|SL Freetown|SN Dakar
SO Mogadishu,Baidoa,Kismayo,Hargeisa|SR Paramaribo|SV San Salvador|SY Damascus,Aleppo,Homs,Hama,Latakia,Damasco,Deraa
TD N'Djamena,Abeche|TG Lome|TH Pattani,Phuket,Chiang Mai,Pattaya,Narathiwat,Yala,Hat Yai|TJ Dushanbe
TM Ashgabat|TN Tunis,Sousse,Túnez|TR Ankara,Izmir,Diyarbakir,Antalya,Ceyhan,Incirlik,Estambul,Adana,Gaziantep
TT Port of Spain|TW Taipei,Kaohsiung,Taichung,Hsinchu,Tainan|TZ Dar es Salaam,Arusha,Dodoma,Zanzibar
UA Kiev,Kyiv,Odessa,Odesa,Donetsk,Lviv,Kharkov,Kharkiv,Yalta,Simferopol,Sevastopol,Chernobyl,Mariupol,Dnipro
UG Kampala,Entebbe,Gulu
US Sacramento,Oakland,Portland,Memphis,Nashville,Austin,Albany,Buffalo,Hartford,Newark,Orlando,Tampa
US Tallahassee,Charlotte,Columbus,Omaha,Jacksonville,Kansas City,Louisville,Richmond,Tucson,St. Paul
US Anchorage,Boise,Baton Rouge,San Jose,Fort Worth,El Paso,Albuquerque,Santa Fe,Colorado Springs,Tulsa
US Wichita,Des Moines,Birmingham,Montgomery,Mobile,Little Rock,Sioux Falls,Providence,Rochester,Syracuse
US Raleigh,Durham,Greensboro,Knoxville,Chattanooga,Spokane,Tacoma,Juneau,Fairbanks,Fort Lauderdale
US Ft. Lauderdale,West Palm Beach,Palm Beach,Toledo,Dayton,Akron,Annapolis,Trenton,Harrisburg,Princeton
US Harrisonburg,Santa Monica,San Juan,New Haven,Cape Canaveral,Springfield,Lansing,Ann Arbor,Green Bay,New York City
US Foxboro,Foxborough,Fresno,Bakersfield,Long Beach,Anaheim,Pasadena,Hollywood,Nueva York,Washington DC,Topeka
UY Montevideo,Punta del Este|UZ Tashkent,Samarkand,Andijan|VA Ciudad del Vaticano|VE Caracas,Maracaibo
VN Saigon,Danang,Da Nang,Ha Noi,Hanoi,Ho Chi Minh City,Hue,Haiphong|XK Pristina,Mitrovica,Kosovo Polje
YE Sanaa,San'a,Aden,Hodeidah|ZA Pretoria,Cape Town,Durban,Bloemfontein,Port Elizabeth,Soweto,Sun City
ZM Lusaka|ZW Harare,Bulawayo
`;
