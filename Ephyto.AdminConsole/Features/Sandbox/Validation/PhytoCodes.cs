namespace Ephyto.AdminConsole.Features.Sandbox.Validation;

/// <summary>What is measured, as the Hub's own list of units tells them apart, and pieces.</summary>
internal enum UnitKind
{
    Weight,
    Volume,
    Duration,
    Temperature,
    Concentration,
    Area,
    Distance,
    Count,
}

/// <summary>Codes of the UN/ECE that occur in certificates: units (recommendation 20), packages (recommendation 21).</summary>
internal static class PhytoCodes
{
    private static readonly Dictionary<string, UnitKind> Units = new[]
    {
        (UnitKind.Weight, "KGM GRM TNE MGM LBR ONZ STN LTN DTN HGM KTN DG CGM"),
        (UnitKind.Volume, "MTQ CMQ DMQ LTR HLT MLT CLT DLT FTQ INQ YDQ GLL GLI BFT"),
        (UnitKind.Duration, "SEC MIN HUR DAY WEE MON ANN"),
        (UnitKind.Temperature, "CEL FAH KEL"),
        (UnitKind.Concentration, "KX A93 GK GP GL G1 M1 NA P1 59 61 C18 GQ 23 GRN 2M"),
        (UnitKind.Area, "MTK CMK HAR KMK FTK ACR ARE"),
        (UnitKind.Distance, "MTR CMT MMT KMT DMT FOT INH YRD"),
        (UnitKind.Count, "H87 C62 NMP EA NIU PR DZN MIL CEN PK BX BG"),
    }.SelectMany(kind => kind.Item2.Split(' ').Select(code => (code, kind.Item1))).ToDictionary(unit => unit.code, unit => unit.Item2);

    public static IReadOnlySet<string> Packages { get; } = (
        "1A 1B 1D 1F 1G 1W 2C 3A 3H 43 44 4A 4B 4C 4D 4F 4G 4H 5H 5L 5M 6H 6P 7A 7B 8A 8B 8C AA AB AC AD AE AF AG AH AI AJ AL AM AP AT AV "
        + "B4 BA BB BC BD BE BF BG BH BI BJ BK BL BM BN BO BP BQ BR BS BT BU BV BW BX BY BZ CA CB CC CD CE CF CG CH CI CJ CK CL CM CN CO "
        + "CP "
        + "CQ CR CS CT CU CV CW CX CY CZ DA DB DC DG DH DI DJ DK DL DM DN DP DR DS DT DU DV DW DX DY EC ED EE EF EG EH EI EN FB FC FD FE "
        + "FI "
        + "FL FO FP FR FT FW FX GB GI GL GR GU GY GZ HA HB HC HG HN HR IA IB IC ID IE IF IG IH IK IL IN IZ JB JC JG JR JT JY KG KI LE LG "
        + "LT "
        + "LU LV LZ MA MB MC ME MR MS MT MW MX NA NE NF NG NS NT NU NV OA OB OC OD OE OF OK OT OU P1 P2 P3 P4 PA PB PC PD PE PF PG PH PI "
        + "PJ "
        + "PK PL PN PO PP PR PT PU PV PX PY PZ QA QB QC QD QF QG QH QJ QK QL QM QN QP QQ QR QS RB RD RG RJ RK RL RO RT RZ S1 SA SB SC SD "
        + "SE "
        + "SH SI SK SL SM SO SP SS ST SU SV SW SX SY SZ T1 TB TC TD TE TG TI TK TL TN TO TR TS TT TU TV TW TY TZ UC UN VA VG VI VK VL VN "
        + "VO "
        + "VP VQ VR VS VY WA WB WC WD WF WG WH WJ WK WL WM WN WP WQ WR WS WT WU WV WW WX WY WZ XA XB XC XD XF XG XH XJ XK YA YB YC YD YF "
        + "YG "
        + "YH YJ YK YL YM YN YP YQ YR YS YT YV YW YX YY YZ ZA ZB ZC ZD ZF ZG ZH ZJ ZK ZL ZM ZN ZP ZQ ZR ZS ZT ZU ZV ZW ZX ZY ZZ")
        .Split(' ').ToHashSet(StringComparer.Ordinal);

    public static UnitKind? KindOf(string unit) => Units.TryGetValue(unit, out var kind) ? kind : null;
}
