"""Countries, their adjectives and peoples, folded to one English name; general, from the UN's list of member states."""

from __future__ import annotations

import re

_TABLE = """
Afghanistan: Afghan Afghans | Albania: Albanian Albanians | Algeria: Algerian Algerians | Angola: Angolan Angolans
Argentina: Argentine Argentines Argentinian | Armenia: Armenian Armenians | Australia: Australian Australians
Austria: Austrian Austrians | Azerbaijan: Azerbaijani Azeri | Bahrain: Bahraini | Bangladesh: Bangladeshi Bangladeshis
Belarus: Belarusian Belarusians | Belgium: Belgian Belgians | Benin: Beninese | Bolivia: Bolivian Bolivians
Bosnia: Bosnian Bosnians | Botswana: Botswanan | Brazil: Brazilian Brazilians
Britain: British Britons Briton UK U.K. United_Kingdom | Bulgaria: Bulgarian Bulgarians | Burkina_Faso: Burkinabe
Burundi: Burundian | Cambodia: Cambodian Cambodians | Cameroon: Cameroonian | Canada: Canadian Canadians
Chad: Chadian | Chile: Chilean Chileans | China: Chinese Beijing | Colombia: Colombian Colombians
Congo: Congolese DRC | Costa_Rica: Costa_Rican | Croatia: Croatian Croatians Croat | Cuba: Cuban Cubans
Cyprus: Cypriot Cypriots | Czech_Republic: Czech Czechs Czechia | Denmark: Danish Danes | Djibouti: Djiboutian
Dominican_Republic: Dominican Dominicans | Ecuador: Ecuadorean Ecuadorian | Egypt: Egyptian Egyptians
El_Salvador: Salvadoran Salvadorans | Eritrea: Eritrean Eritreans | Estonia: Estonian Estonians
Ethiopia: Ethiopian Ethiopians | Fiji: Fijian | Finland: Finnish Finns | France: French | Gabon: Gabonese
Gambia: Gambian | Georgia: Georgian Georgians | Germany: German Germans | Ghana: Ghanaian Ghanaians
Greece: Greek Greeks | Guatemala: Guatemalan Guatemalans | Guinea: Guinean | Guyana: Guyanese
Haiti: Haitian Haitians | Honduras: Honduran Hondurans | Hungary: Hungarian Hungarians | Iceland: Icelandic
India: Indian Indians | Indonesia: Indonesian Indonesians | Iran: Iranian Iranians Tehran | Iraq: Iraqi Iraqis
Ireland: Irish | Israel: Israeli Israelis | Italy: Italian Italians | Ivory_Coast: Ivorian
Jamaica: Jamaican Jamaicans | Japan: Japanese | Jordan: Jordanian Jordanians | Kazakhstan: Kazakh Kazakhs
Kenya: Kenyan Kenyans | Kosovo: Kosovar Kosovan | Kuwait: Kuwaiti Kuwaitis | Kyrgyzstan: Kyrgyz | Laos: Lao Laotian
Latvia: Latvian Latvians | Lebanon: Lebanese | Liberia: Liberian Liberians | Libya: Libyan Libyans
Lithuania: Lithuanian Lithuanians | Luxembourg | Madagascar: Malagasy | Malawi: Malawian
Malaysia: Malaysian Malaysians | Mali: Malian Malians | Malta: Maltese | Mauritania: Mauritanian | Mauritius
Mexico: Mexican Mexicans | Moldova: Moldovan | Mongolia: Mongolian | Montenegro: Montenegrin
Morocco: Moroccan Moroccans | Mozambique: Mozambican | Myanmar: Burmese Burma | Namibia: Namibian
Nepal: Nepali Nepalese | Netherlands: Dutch Holland | New_Zealand | Nicaragua: Nicaraguan | Niger: Nigerien
Nigeria: Nigerian Nigerians | North_Korea: North_Korean North_Koreans N._Korea N._Korean Pyongyang DPRK
North_Macedonia: Macedonian | Norway: Norwegian Norwegians | Oman: Omani | Pakistan: Pakistani Pakistanis
Panama: Panamanian | Papua_New_Guinea | Paraguay: Paraguayan | Peru: Peruvian Peruvians
Philippines: Philippine Filipino Filipinos | Poland: Polish Poles | Portugal: Portuguese | Qatar: Qatari
Romania: Romanian Romanians | Russia: Russian Russians Moscow | Rwanda: Rwandan Rwandans
Saudi_Arabia: Saudi Saudis Riyadh | Senegal: Senegalese | Serbia: Serbian Serbs Serb | Sierra_Leone
Singapore: Singaporean | Slovakia: Slovak Slovaks | Slovenia: Slovenian Slovenes | Somalia: Somali Somalis
South_Africa: South_African South_Africans | South_Korea: South_Korean South_Koreans S._Korea S._Korean Seoul
South_Sudan: South_Sudanese | Spain: Spanish Spaniards | Sri_Lanka: Sri_Lankan Sri_Lankans | Sudan: Sudanese
Suriname | Sweden: Swedish Swedes | Switzerland: Swiss | Syria: Syrian Syrians Damascus | Taiwan: Taiwanese
Tajikistan: Tajik | Tanzania: Tanzanian Tanzanians | Thailand: Thai Thais | Togo: Togolese
Tunisia: Tunisian Tunisians | Turkey: Turkish Turks Türkiye Ankara | Turkmenistan: Turkmen | Uganda: Ugandan Ugandans
Ukraine: Ukrainian Ukrainians Kyiv Kiev | United_Arab_Emirates: UAE Emirati
United_States: American Americans US U.S. USA U.S.A. | Uruguay: Uruguayan | Uzbekistan: Uzbek Uzbeks
Venezuela: Venezuelan Venezuelans | Vietnam: Vietnamese | Yemen: Yemeni Yemenis | Zambia: Zambian
Zimbabwe: Zimbabwean
"""

_OTHERS = """
Vatican | European_Union: EU E.U. European Europeans | United_Nations: UN U.N. | Gaza: Gazan Gazans | West_Bank
Hong_Kong | Palestine: Palestinian Palestinians
"""
"""Territories and bodies of states that news names as it names countries."""

_STATES = """
Alabama: Ala | Alaska | Arizona: Ariz | Arkansas: Ark | California: Calif | Colorado: Colo | Connecticut: Conn
Delaware: Del | Florida: Fla | Georgia: Ga |
Hawaii | Idaho | Illinois: Ill | Indiana: Ind | Iowa | Kansas: Kan Kans | Kentucky: Ky
Louisiana: La | Maine | Maryland: Md | Massachusetts: Mass | Michigan: Mich | Minnesota: Minn | Mississippi: Miss
Missouri: Mo | Montana: Mont | Nebraska: Neb | Nevada: Nev | New_Hampshire: N.H | New_Jersey: N.J | New_Mexico: N.M
New_York: N.Y | North_Carolina: N.C | North_Dakota: N.D | Ohio | Oklahoma: Okla | Oregon: Ore | Pennsylvania: Pa
Rhode_Island: R.I | South_Carolina: S.C | South_Dakota: S.D | Tennessee: Tenn | Texas: Tex | Utah | Vermont: Vt
Virginia: Va | Washington: Wash | West_Virginia: W.Va | Wisconsin: Wis | Wyoming: Wyo | Ontario: Ont | Quebec: Que
Alberta: Alta | Manitoba | Saskatchewan: Sask | British_Columbia: B.C | Nova_Scotia | New_South_Wales: NSW | Queensland
Victoria | Tasmania | Western_Australia | England | Scotland | Wales | Northern_Ireland
"""


def _read(table: str) -> dict[str, str]:
    """Every form of a table -> its name."""
    names: dict[str, str] = {}
    for entry in re.split(r"[|\n]", table):
        printed, _, forms = entry.replace("_", "\u00a0").partition(":")
        name, *others = (form.replace("\u00a0", " ") for form in [printed.strip(" "), *forms.split(" ")])
        names |= {form: name for form in (name, *others) if form}
    return names


_NATIONS = _read(_TABLE)
COUNTRY_OF = _NATIONS | _read(_OTHERS)
"""Every name, adjective, plural of a people and capital that stands for a government -> the country."""
CAPITALS = frozenset("Beijing Tehran Pyongyang Moscow Riyadh Seoul Damascus Ankara Kyiv Kiev".split())
STATES = _read(_STATES)
"""States and provinces that news prints behind a town, and the AP stylebook's abbreviations without their last stop."""

COUNTRIES = frozenset(COUNTRY_OF.values())
NATIONS = frozenset(name.lower() for name in _NATIONS.values())
"""The states among them, in lower case: a country's count is never that of a place in it."""
ADJECTIVES = frozenset(form for form, name in COUNTRY_OF.items() if form != name and form not in CAPITALS)

_LONGEST_FIRST = sorted(COUNTRY_OF, key=lambda form: (-len(form), form))
COUNTRY = re.compile(r"(?<![\w-])(?:" + "|".join(re.escape(form) for form in _LONGEST_FIRST) + r")(?![\w-])")
"""One country, capital, adjective or people in running text, the longest form first."""
