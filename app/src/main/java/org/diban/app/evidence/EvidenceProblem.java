package org.diban.app.evidence;

import org.diban.kernel.problem.ProblemCode;
import org.diban.kernel.problem.ProblemKind;
import org.diban.kernel.problem.Text;

/** What can go wrong with the evidence log of an installation. */
public enum EvidenceProblem implements ProblemCode {
    FILE_TOO_LARGE(
            "EVLG-1001",
            ProblemKind.USER,
            "文件超过 {0} MB 的上限；请拆分或压缩后重新上传",
            "The file is larger than the limit of {0} MB; split or compress it and upload it again"),
    FILE_DAMAGED(
            "EVLG-1002",
            ProblemKind.INTERNAL,
            "文件 {0} 的内容与其摘要不符：存储已损坏，请从备份恢复",
            "The content of file {0} does not match its digest: the store is damaged, restore from a backup"),
    NO_SUCH_FACT("EVLG-1003", ProblemKind.USER, "没有事实 {0}；请核对流名称与序号", "There is no fact {0}; check stream and number"),
    NOT_SEALED(
            "EVLG-1004",
            ProblemKind.CONFLICT,
            "事实 {0} 已记录但尚未封存；请几秒后再试",
            "Fact {0} is recorded but not sealed yet; try again in a few seconds"),
    NO_CHECKPOINT(
            "EVLG-1005",
            ProblemKind.CONFLICT,
            "存证日志尚无检查点；请几秒后再试",
            "The log has no checkpoint yet; try again in a few seconds"),
    NO_SUCH_SIZE("EVLG-1006", ProblemKind.USER, "没有大小为 {0} 的检查点", "There is no checkpoint of size {0}"),
    BAD_COSIGNATURE(
            "EVLG-1007",
            ProblemKind.USER,
            "见证签名无法用已登记的见证密钥验证；请核对检查点大小与密钥",
            "The co-signature does not verify with a registered witness key; check the checkpoint's size and the key"),
    BAD_WITNESS_KEY(
            "EVLG-1008", ProblemKind.USER, "这不是有效的见证验证密钥：{0}", "This is not a valid verifier key of a witness: {0}"),
    KEY_FILE(
            "EVLG-1009",
            ProblemKind.RESOURCE,
            "无法读取或写入签名密钥文件 {0}：{1}",
            "The signing key file {0} cannot be read or written: {1}"),
    NO_SUCH_FILE("EVLG-1010", ProblemKind.USER, "没有摘要为 {0} 的文件", "There is no file with digest {0}"),
    FOREIGN_KEY(
            "EVLG-1101",
            ProblemKind.DATA,
            "数据库中登记的日志密钥 {0} 与数据目录的密钥文件不符：可能有人替换了密钥。请与事先记录的指纹核对，并从备份恢复",
            "The database names the key {0} for this log, which is not that of the key file in the data folder: somebody may have replaced it. Compare with the fingerprint you have on record and restore a backup"),
    FOREIGN_SIGNATURE(
            "EVLG-1102",
            ProblemKind.DATA,
            "大小为 {0} 的检查点不是用数据目录中的密钥签名的；请从备份恢复",
            "The checkpoint of size {0} was not signed with the key of the data folder; restore a backup"),
    BAD_STORED_NOTE(
            "EVLG-1103",
            ProblemKind.DATA,
            "大小为 {0} 的检查点无法读取：内容被改动；请从备份恢复",
            "The checkpoint of size {0} cannot be read: it was changed; restore a backup");

    private final String code;
    private final ProblemKind kind;
    private final Text message;

    EvidenceProblem(String code, ProblemKind kind, String zh, String en) {
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
