package org.diban.evidence.bundle;

import org.diban.kernel.problem.ProblemCode;
import org.diban.kernel.problem.ProblemKind;
import org.diban.kernel.problem.Text;

/** What can be wrong with a proof bundle. */
public enum BundleProblem implements ProblemCode {
    /** Reason in English. */
    NOT_A_ZIP(
            "EVID-1001",
            "文件不是完整的 ZIP 文件（{0}）；请重新下载证据包",
            "The file is not a whole zip file ({0}); download the bundle again"),
    /** Name. */
    NAME_REFUSED(
            "EVID-1002",
            "证据包中有不允许的条目名称“{0}”；请勿使用此文件",
            "The bundle has an entry with a name that is not allowed, \"{0}\"; do not use this file"),
    /** Name. */
    ENTRY_TWICE("EVID-1003", "证据包中条目“{0}”出现两次；请勿使用此文件", "The bundle has the entry \"{0}\" twice; do not use this file"),
    /** Size, limit. */
    TOO_LARGE(
            "EVID-1004",
            "证据包解压后为 {0} 字节，超过上限 {1} 字节；如确认来源可信，请提高上限后重试",
            "The bundle unpacks to {0} bytes, more than the limit of {1}; if you trust its source, raise the limit and try again"),
    /** Name. */
    BOMB(
            "EVID-1005",
            "条目“{0}”的压缩比异常，疑似压缩炸弹；请勿使用此文件",
            "The entry \"{0}\" unpacks to far more than it holds, like a zip bomb; do not use this file"),
    /** Entries, limit. */
    TOO_MANY(
            "EVID-1006",
            "证据包有 {0} 个条目，超过上限 {1} 个；请勿使用此文件",
            "The bundle has {0} entries, more than the limit of {1}; do not use this file"),
    /** Reason in English. */
    MANIFEST_UNREADABLE(
            "EVID-1007",
            "清单 manifest.json 无法读取（{0}）；证据包被改动或不完整",
            "manifest.json cannot be read ({0}); the bundle was changed or is incomplete"),
    /** Format found, format known. */
    FORMAT_UNKNOWN(
            "EVID-1008",
            "证据包格式为“{0}”，本程序只识别“{1}”；请使用相应版本的验证程序",
            "The bundle has the format \"{0}\" and this program knows \"{1}\"; use a verifier of that version"),
    /** Name. */
    ENTRY_MISSING("EVID-1009", "证据包缺少条目“{0}”；请重新下载证据包", "The bundle lacks the entry \"{0}\"; download it again"),
    /** Name. */
    ENTRY_UNLISTED(
            "EVID-1010", "条目“{0}”不在清单中；证据包被改动", "The entry \"{0}\" is not in the manifest; the bundle was changed"),
    /** Name. */
    ENTRY_CHANGED(
            "EVID-1011",
            "条目“{0}”与清单中的摘要或大小不符；证据包被改动",
            "The entry \"{0}\" does not have the digest and size of the manifest; the bundle was changed"),
    /** Name, reason in English. */
    ENTRY_UNREADABLE(
            "EVID-1012",
            "条目“{0}”无法读取（{1}）；证据包被改动或不完整",
            "The entry \"{0}\" cannot be read ({1}); the bundle was changed or is incomplete"),
    /** No arguments. */
    NOT_SIGNED(
            "EVID-1014",
            "检查点没有可信密钥的有效签名；请核对公钥，或向出具方索取新的证据包",
            "The checkpoint has no valid signature of a trusted key; check the key, or ask for a new bundle"),
    /** Witnesses found, witnesses asked for. */
    WITNESSES_MISSING(
            "EVID-1015",
            "见证签名有 {0} 个，要求 {1} 个；请向出具方索取带有见证签名的证据包",
            "{0} witnesses signed and {1} are asked for; ask for a bundle with their signatures"),
    /** Line, reason in English. */
    ROW_UNREADABLE(
            "EVID-1016",
            "rows.jsonl 第 {0} 行不是规范格式的事实（{1}）；证据包被改动",
            "Line {0} of rows.jsonl is not a fact in canonical form ({1}); the bundle was changed"),
    /** No arguments. */
    ROWS_NOT_IN_LOG(
            "EVID-1017",
            "记录与检查点的根哈希不符：有记录、位置或证明被改动",
            "The rows do not give the root of the checkpoint: a row, a place or the proof was changed"),
    /** Line, stream, seq before, seq found. */
    SEQ_WRONG(
            "EVID-1018",
            "rows.jsonl 第 {0} 行：序列 {1} 的序号由 {2} 变为 {3}，次序颠倒",
            "Line {0} of rows.jsonl: stream {1} goes from {2} back to {3}"),
    /** No arguments. */
    SEAL_MISSING(
            "EVID-1019",
            "最后一条记录不是检查点的封存记录；无法证明记录齐全，请索取新的证据包",
            "The last row is not the seal of the checkpoint, so nothing proves that rows are complete; ask for a new bundle"),
    /** Stream. */
    HEAD_WRONG(
            "EVID-1020",
            "序列 {0} 的条数证明不成立；证据包被改动",
            "The proof of the length of stream {0} does not hold; the bundle was changed"),
    /** Stream, facts proved, first seq missing. */
    STREAM_INCOMPLETE(
            "EVID-1021",
            "序列 {0} 在日志中有 {1} 条记录，证据包缺少第 {2} 条；请索取完整的证据包",
            "Stream {0} has {1} facts in the log and the bundle lacks number {2}; ask for a complete bundle"),
    /** Reason in English. */
    CLAIMS_UNREADABLE(
            "EVID-1022",
            "证据包中的主张或定义无法识别（{0}）；请使用相应版本的验证程序",
            "The claims or definitions of the bundle cannot be understood ({0}); use a verifier of that version");

    private final String code;
    private final Text message;

    BundleProblem(String code, String zh, String en) {
        this.code = code;
        this.message = new Text(zh, en);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ProblemKind kind() {
        return ProblemKind.DATA;
    }

    @Override
    public Text message() {
        return message;
    }
}
