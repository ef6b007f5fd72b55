namespace Extract.Pdf.Fonts.Encodings;

/// <summary>
/// Folds characters that only say how a glyph looks to those a person would type: radicals, compatibility ideographs, forms of vertical
/// writing, ligatures. Chromium writes them into ToUnicode where a font shares a glyph; normalization is not to be had without ICU.
/// Full-width forms stay: they are typed. Sources: UnicodeData (decompositions), EquivalentUnifiedIdeograph (radicals supplement).
/// </summary>
internal static class TypedForms
{
    /// <summary>The characters of U+2E80 and on; one without an equivalent stands for itself.</summary>
    private const string Supplement =
        "\u2E80厂乛乚乙亻冂几刀刂卜㔾小小兀尣尢尣巳幺彑彐忄心扌攵\u2E9A旡日月歺母民氵氺灬爫爫丬牛犭王疋目示礻竹糹纟罓罒㓁网网羊羊羊耂肀聿" +
        "肉臼艹艹艹虎衤覀西见角角讠贝足车辶辶辶阝钅長镸长门阜阝雨青韦页风飞食食飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟";

    /// <summary>The characters of U+2F00 and on.</summary>
    private const string Kangxi =
        "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳" +
        "心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸" +
        "缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音" +
        "頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

    /// <summary>The characters of U+F900 and on; the few that are unified ideographs, or beyond the first plane, stand for themselves.</summary>
    private const string Ideographs =
        "豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉臘蠟廊朗浪狼郎來冷勞擄櫓爐盧老蘆虜路露魯鷺碌" +
        "祿綠菉錄鹿論壟弄籠聾牢磊賂雷壘屢樓淚漏累縷陋勒肋凜凌稜綾菱陵讀拏樂諾丹寧怒率異北磻便復不泌數索參塞省葉說殺辰沈拾若掠略亮" +
        "兩凉梁糧良諒量勵呂女廬旅濾礪閭驪麗黎力曆歷轢年憐戀撚漣煉璉秊練聯輦蓮連鍊列劣咽烈裂說廉念捻殮簾獵令囹寧嶺怜玲瑩羚聆鈴零靈" +
        "領例禮醴隸惡了僚寮尿料樂燎療蓼遼龍暈阮劉杻柳流溜琉留硫紐類六戮陸倫崙淪輪律慄栗率隆利吏履易李梨泥理痢罹裏裡里離匿溺吝燐璘" +
        "藺隣鱗麟林淋臨立笠粒狀炙識什茶刺切度拓糖宅洞暴輻行降見廓兀嗀\uFA0E\uFA0F塚\uFA11晴\uFA13\uFA14凞猪益礼神祥福靖精羽\uFA1F蘒\uFA21諸\uFA23\uFA24逸都\uFA27\uFA28\uFA29飯飼" +
        "館鶴郞隷侮僧免勉勤卑喝嘆器塀墨層屮悔慨憎懲敏既暑梅海渚漢煮爫琢碑社祉祈祐祖祝禍禎穀突節練縉繁署者臭艹艹著褐視謁謹賓贈辶逸" +
        "難響頻恵\uFA6C舘\uFA6E\uFA6F並况全侀充冀勇勺喝啕喙嗢塚墳奄奔婢嬨廒廙彩徭惘慎愈憎慠懲戴揄搜摒敖晴朗望杖歹殺流滛滋漢瀞煮瞧爵犯猪瑱甆画" +
        "瘝瘟益盛直睊着磌窱節类絛練缾者荒華蝹襁覆視調諸請謁諾諭謹變贈輸遲醙鉶陼難靖韛響頋頻鬒龜\uFACF\uFAD0\uFAD1㮝䀘䀹\uFAD5\uFAD6\uFAD7齃龎";

    /// <summary>Upright forms of what stands at U+FE10 and on.</summary>
    private const string VerticalMarks = "，、。：；！？〖〗…";

    /// <summary>Upright forms of what stands at U+FE30 and on.</summary>
    private const string VerticalForms =
        "‥—–＿＿（）｛｝〔〕【】《》〈〉「」『』\uFE45\uFE46［］";

    private static readonly string[] Ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

    /// <summary>The text as typed; the same string where nothing is to be folded.</summary>
    public static string Fold(string text)
    {
        foreach (var c in text)
            if (IsForm(c)) return string.Concat(text.Select(static c => Fold(c)));
        return text;
    }

    /// <summary>Selectors of a variant (U+FE00 to U+FE0F) are forms of the character before.</summary>
    private static bool IsForm(char c) =>
        c is >= '\u2E80' and <= '\u2FD5' or >= '\uF900' and <= '\uFB06' or >= '\uFE00' and <= '\uFE48';

    private static string Fold(char c) => c switch
    {
        >= '\uFB00' and <= '\uFB06' => Ligatures[c - '\uFB00'],
        >= '\uFE00' and <= '\uFE0F' => "",
        _ => (At(Supplement, c, '\u2E80') ?? At(Kangxi, c, '\u2F00') ?? At(Ideographs, c, '\uF900')
            ?? At(VerticalMarks, c, '\uFE10') ?? At(VerticalForms, c, '\uFE30') ?? c).ToString(),
    };

    private static char? At(string forms, char c, char first) => c >= first && c - first < forms.Length ? forms[c - first] : null;
}
