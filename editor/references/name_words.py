"""The words that tell the parts of an author's name: particles, degrees, common Chinese family names and the like."""

from __future__ import annotations

import re


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


PARTICLES = _words(
    "af al am auf aus av ben bin da dal dalla das de degli dei del della den der des di do dos du e el het ibn la "
    "las le li lo los op 't ten ter the to und van vande vanden vander vom von y zu zum zur"
)
"""Before a family name, of which they are a part."""
CAPITAL_PARTICLES = _words("Da De Del Della Den Der Di Dos Du El La Le St St. Ste Ste. Ten Ter Van Vande Von Zu")
"""The same with a capital, where that is usual."""
SUFFIXES = {
    **dict.fromkeys(("jr", "junior"), "Jr"),
    **dict.fromkeys(("sr", "senior"), "Sr"),
    **dict.fromkeys(("ii", "2nd"), "2nd"),
    **dict.fromkeys(("iii", "3rd"), "3rd"),
    **dict.fromkeys(("iv", "4th"), "4th"),
}
"""In small letters, each with what is printed."""
TITLES = _words("dr prof professor mr mrs ms miss sir dame")
"""In small letters."""
_DEGREES = _words(
    "BA BAppSc BChD BChir BCh BD BDS BHSc BM BMBS BMed BN BPharm BPhty BS BSN BSc ChB DACM DAc DAOM DC DDS DHSc DMD "
    "DMSc DNP DO DOM DPH DPT DPhil DSc DVM DrPH EdD FACP FACS FRACP FRACS FRCP FRCPC JD LAc LLB LicAc MA MAc MB MBA "
    "MBBS MBChB MChiro MClinSc MD MDS MEd MHSc MM MMed MMedSc MN MPH MPhil MPhty MPsych MRCP MS MSN MSPH MSc MTCM "
    "ND OMD OTR PT PharmD PhD PsyD RN RPh SM ScD TCMD"
)
DEGREE = re.compile(rf"(?:{'|'.join(sorted(_DEGREES, key=len, reverse=True))})(?:[a-z](?:,[a-z])*)?")
"""A degree without full stops, and the letters of affiliations that may be stuck to it."""
ORGANISATION = re.compile(
    r"\b(?:academy|agency|alliance|association|authority|board|cent(?:er|re)s?|cochrane|collaborat(?:ion|ive|ors?)"
    r"|college|commission|committee|consortium|council|department|federation|foundation|task force|group|hospital"
    r"|initiative|institutes?|investigators|league|ministry|network|office|organi[sz]ation|panel|program(?:me)?|project"
    r"|registry|school|services?|society|team|trialists|trust|union|university|unit|(?-i:WHO|NHS|NICE|NIH))\b"
    r"|\b(?:on behalf of|for the)\b|[组会院校部局室]$",
    re.IGNORECASE,
)
"""What the name of a group says, and that of no person."""
SURNAME_SIGNS = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔"
    "钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱丘江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛"
    "樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉"
    "骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏"
    "宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝張劉陳楊黃趙吳孫馬鄭謝許韓馮"
    "鄧蕭蔣葉蘇魏呂盧鍾譚陸範賈韋鄒邱閻龍賀顧龔萬錢嚴湯溫齊喬龐顏莊聶魯歐關蘭寧紀單連華簡車項蘆麥婁竇應閔邊師巒榮鞏"
)
"""Of one character, simplified and traditional."""
COMPOUND_SURNAMES = _words(
    "欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 司徒 东方 東方 独孤 獨孤 皇甫 尉迟 尉遲 公孙 公孫 慕容 令狐 宇文 "
    "夏侯 长孙 長孫 端木 申屠 轩辕 軒轅 呼延 澹台 淳于 单于 太史 钟离 鍾離 百里 东郭 西门 "
    "西門 南宫 南宮"
)
"""Of two characters."""
SURNAMES = _words(
    "ai an bai bao bi bian bu cai cao cen chai chan chang chao che chen cheng cheung chi chiang chiu choi chong "
    "chou chow chu chua chuang chung cui dai dang deng diao ding dong dou du duan fan fang fei feng fu gan gao ge "
    "geng gong gou gu guan gui guo han hao he hong hou hsiao hsieh hsu hu hua huang huo hung ji jia jian jiang jiao "
    "jin jing kang ke kong kuang kuo kwok lai lam lan lang lau lei leng leung li lian liang liao lin ling liu lo "
    "long lou lu luo lv lyu ma mai man mao mei meng mi miao min ming mo mou mu nie ning niu ong ou pan pang pei "
    "peng pi pu qi qian qiao qin qiu qu quan ran rao ren rong ruan sha shan shang shao shen sheng shi shu si song "
    "su sui sun tai tan tang tao teng tian tong tsai tsang tseng tu wan wang wei wen weng wong wu xi xia xiang xiao "
    "xie xin xing xiong xu xue yan yang yao ye yeh yi yin ying yip yong you yu yuan yue yun zang zeng zha zhai zhan "
    "zhang zhao zhen zheng zhong zhou zhu zhuang zhuo zong zou zuo ouyang sima zhuge shangguan situ"
)
"""In Latin letters, small ones and without accents."""
