import { expect, test } from "vitest"
import { secretOf } from "./group-link"

const HERE = "https://batua.example"

test("an invitation of this app is told from everything else that codes say", () => {
  expect(secretOf(`${HERE}/groups/join#q3Zk0cV1u7`, HERE)).toBe("q3Zk0cV1u7")
  expect(secretOf(` ${HERE}/groups/join#q3Zk0cV1u7\n`, HERE)).toBe("q3Zk0cV1u7")
  for (const other of [
    `${HERE}/groups/join`,
    `${HERE}/groups/join#`,
    `${HERE}/pay?to=asha@batua#q3Zk0cV1u7`,
    "https://elsewhere.example/groups/join#q3Zk0cV1u7",
    "https://batua.example.elsewhere.example/groups/join#q3Zk0cV1u7",
    "upi://pay?pa=asha@batua",
    "asha@batua",
    "",
  ])
    expect(secretOf(other, HERE)).toBeNull()
})
