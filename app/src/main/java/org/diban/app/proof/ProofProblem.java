package org.diban.app.proof;

import org.diban.kernel.problem.ProblemCode;
import org.diban.kernel.problem.ProblemKind;
import org.diban.kernel.problem.Text;

/** What can go wrong when the log is looked at or a proof is asked for. */
public enum ProofProblem implements ProblemCode {
    NO_SUCH_STREAM(
            "EVIEW-1001",
            ProblemKind.USER,
            "没有事实流 {0}；请从事实流列表重新进入",
            "There is no stream {0}; start again from the list"),
    FILE_NOT_NAMED("EVIEW-1002", ProblemKind.USER, "此事实没有引用摘要为 {0} 的文件", "This fact names no file with the digest {0}"),
    NO_COSIGNATURE(
            "EVIEW-1003",
            ProblemKind.USER,
            "没有找到签名行；请粘贴以“— ”开头的一行，或上传见证方返回的文件",
            "There is no signature line; paste the line that begins with “— ”, or upload the file that the witness sent"),
    OTHER_CHECKPOINT(
            "EVIEW-1004",
            ProblemKind.USER,
            "这是另一个检查点（大小 {0}）的签名，本页的检查点大小为 {1}；请到对应检查点页面提交",
            "This signs another checkpoint (size {0}) than the one of this page (size {1}); hand it in on that checkpoint's page"),
    TOO_LARGE(
            "EVIEW-1005",
            ProblemKind.USER,
            "文件超过 {0} 的上限；请确认选择了正确的文件",
            "The file is larger than {0}; check that it is the right one"),
    BAD_RANGE(
            "EVIEW-1006",
            ProblemKind.USER,
            "无法给出从 {0} 到 {1} 的证明：较小的一方必须在前，且都必须是检查点的大小",
            "There is no proof from {0} to {1}: the smaller one comes first, and both must be sizes of checkpoints"),
    BAD_JSON(
            "EVIEW-1007",
            ProblemKind.USER,
            "请求内容不是所要求的 JSON：{0}",
            "The request is not the JSON that is asked for: {0}"),
    WITNESS_KNOWN(
            "EVIEW-1008",
            ProblemKind.CONFLICT,
            "此密钥已登记；无需再次登记",
            "This key is registered already; nothing is to be done"),
    NO_BUNDLE("EVIEW-1009", ProblemKind.USER, "请先选择证明包文件（.zip）", "Choose the file of a bundle (.zip) first"),
    VERIFIER_BUSY(
            "EVIEW-1010",
            ProblemKind.RESOURCE,
            "正在核验其他证明包；请稍后再试，或用 diban verify 在本机核验",
            "Other bundles are being verified; try again in a moment, or verify it on your own machine with diban verify"),
    BAD_NUMBER("EVIEW-1011", ProblemKind.USER, "序号 {0} 不是整数", "The number {0} is not an integer");

    private final String code;
    private final ProblemKind kind;
    private final Text message;

    ProofProblem(String code, ProblemKind kind, String zh, String en) {
        this.code = code;
        this.kind = kind;
        this.message = new Text(zh, en);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }

    @Override
    public Text message() {
        return message;
    }
}
