package org.regulars.benchmarks;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeersTest {

    @ParameterizedTest
    @CsvSource({
        "20x1, regulars",
        "20x5, regulars",
        "20x50, regulars",
        "1000x5, regulars",
        "1000x50, regulars",
        "20x5, naive-drools",
        "20x50, naive-drools",
        "1000x5, naive-drools",
    })
    void every_peer_answers_all_purchases_rightly(String workload, String peer) {
        assertThatCode(() -> Peers.checked(peer, Workload.of(workload)).close()).doesNotThrowAnyException();
    }
}
