package org.diban.evidence.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.diban.kernel.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

class TreeTest {
    /** Roots of the trees over the leaves "0", "1", "2" …, committed so that they can be compared with other programs. */
    @ParameterizedTest
    @CsvFileSource(resources = "/merkle/roots.csv", numLinesToSkip = 1)
    void roots_are_those_of_the_committed_table(String algorithm, int size, String root) {
        HashAlgorithm hash = HashAlgorithm.of(algorithm).orElseThrow();
        Frontier frontier = new Frontier(hash);
        TileAppender tiles = new TileAppender(hash);
        for (int i = 0; i < size; i++) {
            byte[] leaf = String.valueOf(i).getBytes(StandardCharsets.US_ASCII);
            frontier.appendLeaf(leaf);
            tiles.appendLeaf(leaf);
        }
        assertThat(frontier.root().hex()).isEqualTo(root);
        assertThat(tiles.root().hex()).isEqualTo(root);
    }

    /** GB/T 32905-2016 annex A and FIPS 180-4. */
    @Test
    void the_hashes_are_those_of_the_standards() {
        assertThat(HashAlgorithm.SM3
                        .hash("abc".getBytes(StandardCharsets.US_ASCII))
                        .hex())
                .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
        assertThat(HashAlgorithm.SHA_256
                        .hash("abc".getBytes(StandardCharsets.US_ASCII))
                        .hex())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @ParameterizedTest
    @EnumSource
    void every_root_and_proof_of_a_small_tree_is_the_recursive_one(HashAlgorithm algorithm) {
        List<Hash> leaves = leaves(algorithm, 41);
        NaiveTree naive = new NaiveTree(algorithm, leaves);
        TiledTree tree = new TiledTree(algorithm, MemoryTiles.of(algorithm, leaves));
        Frontier frontier = new Frontier(algorithm);
        for (int size = 0; size <= leaves.size(); size++) {
            Hash root = naive.root(0, size);
            assertThat(tree.root(size)).isEqualTo(root);
            assertThat(frontier.root()).isEqualTo(root);
            for (int leaf = 0; leaf < size; leaf++) {
                InclusionProof proof = tree.inclusion(leaf, size);
                assertThat(proof.path()).isEqualTo(naive.path(leaf, 0, size));
                assertThat(proof.proves(algorithm, leaves.get(leaf), root)).isTrue();
                assertThat(new InclusionProof((leaf + 1) % (size + 1), size, proof.path())
                                .proves(algorithm, leaves.get(leaf), root))
                        .isFalse();
            }
            for (int first = 1; first <= size; first++) {
                ConsistencyProof proof = tree.consistency(first, size);
                assertThat(proof.path()).isEqualTo(naive.subproof(first, 0, size, true));
                assertThat(proof.proves(algorithm, naive.root(0, first), root)).isTrue();
                assertThat(proof.proves(algorithm, naive.root(0, first - 1), root))
                        .isFalse();
            }
            if (size < leaves.size()) {
                frontier.append(leaves.get(size));
            }
        }
    }

    @Property(seed = "20241122", tries = 60)
    void a_tree_of_several_tiles_grown_in_batches_is_the_recursive_one(
            @ForAll @IntRange(min = 1, max = 2000) int size, @ForAll @IntRange(min = 1, max = 700) int batch) {
        List<Hash> leaves = leaves(HashAlgorithm.SHA_256, size);
        NaiveTree naive = new NaiveTree(HashAlgorithm.SHA_256, leaves);
        MemoryTiles tiles = new MemoryTiles();
        for (int at = 0; at < size; at += batch) {
            int end = Math.min(size, at + batch);
            TileAppender appender = new TileAppender(HashAlgorithm.SHA_256, tiles, at);
            leaves.subList(at, end).forEach(appender::append);
            List<Tile> changed = appender.takeChanged();
            assertThat(changed.size()).isLessThanOrEqualTo(2 * ((end - at) / 255 + 4));
            assertThat(appender.takeChanged()).isEmpty();
            tiles.put(changed);
            assertThat(appender.root()).isEqualTo(naive.root(0, end));
        }
        assertThat(tiles.count()).isEqualTo((size + 255) / 256 + (size / 256 + 255) / 256);
        TiledTree tree = new TiledTree(HashAlgorithm.SHA_256, tiles);
        Random random = new Random(size * 1000L + batch);
        for (int i = 0; i < 10; i++) {
            int n = 1 + random.nextInt(size);
            int leaf = random.nextInt(n);
            assertThat(tree.root(n)).isEqualTo(naive.root(0, n));
            assertThat(tree.leaf(leaf)).isEqualTo(leaves.get(leaf));
            assertThat(tree.inclusion(leaf, n).path()).isEqualTo(naive.path(leaf, 0, n));
            assertThat(tree.consistency(leaf + 1, n).path()).isEqualTo(naive.subproof(leaf + 1, 0, n, true));
        }
    }

    @Property(seed = "20241122", tries = 400)
    void a_subset_proof_is_the_recursive_one_and_gives_the_root(
            @ForAll @IntRange(min = 1, max = 600) int size, @ForAll long seed) {
        HashAlgorithm algorithm = HashAlgorithm.SHA_256;
        List<Hash> leaves = leaves(algorithm, size);
        NaiveTree naive = new NaiveTree(algorithm, leaves);
        TiledTree tree = new TiledTree(algorithm, MemoryTiles.of(algorithm, leaves));
        Set<Integer> chosen = someOf(size, new Random(seed));
        List<LeafRange> ranges = ranges(chosen, size);
        List<Hash> proof = new ArrayList<>();
        tree.subset(size, ranges.iterator(), proof::add);
        assertThat(proof).isEqualTo(naive.without(chosen, 0, size));

        Hash root = naive.root(0, size);
        assertThat(run(size, ranges, leaves, proof)).contains(root);
        for (int leaf : chosen) {
            assertThat(tree.inclusion(leaf, size).proves(algorithm, leaves.get(leaf), root))
                    .isTrue();
        }
        if (!proof.isEmpty()) {
            assertThat(run(size, ranges, leaves, proof.subList(1, proof.size())))
                    .isNotEqualTo(Optional.of(root));
            List<Hash> changed = new ArrayList<>(proof);
            changed.set(0, algorithm.hash(new byte[] {1}));
            assertThat(run(size, ranges, leaves, changed)).isNotEqualTo(Optional.of(root));
        }
        List<Hash> longer = new ArrayList<>(proof);
        longer.add(root);
        assertThat(run(size, ranges, leaves, longer)).isEmpty();
    }

    @Test
    void ranges_that_overlap_or_leave_the_tree_give_no_root() {
        List<Hash> leaves = leaves(HashAlgorithm.SHA_256, 8);
        assertThat(run(8, List.of(new LeafRange(0, 3), new LeafRange(2, 8)), leaves, List.of()))
                .isEmpty();
        assertThat(run(7, List.of(new LeafRange(0, 8)), leaves, List.of())).isEmpty();
        assertThatThrownBy(() -> new LeafRange(3, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_proof_reads_few_tiles() {
        List<Hash> leaves = leaves(HashAlgorithm.SHA_256, 150_000);
        MemoryTiles tiles = MemoryTiles.of(HashAlgorithm.SHA_256, leaves);
        for (long leaf : new long[] {0, 77_777, 149_999}) {
            new TiledTree(HashAlgorithm.SHA_256, tiles).inclusion(leaf, 150_000);
            assertThat(tiles.takeReads()).isLessThanOrEqualTo(6);
            new TiledTree(HashAlgorithm.SHA_256, tiles).consistency(leaf + 1, 150_000);
            assertThat(tiles.takeReads()).isLessThanOrEqualTo(8);
        }
    }

    @Test
    void a_missing_tile_is_named() {
        TiledTree tree = new TiledTree(HashAlgorithm.SM3, TileReader.EMPTY);
        assertThatThrownBy(() -> tree.root(300))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("EVID-5001");
        assertThatThrownBy(() -> new TileAppender(HashAlgorithm.SM3, TileReader.EMPTY, 3))
                .isInstanceOf(ProblemException.class);
    }

    private static Optional<Hash> run(int size, List<LeafRange> ranges, List<Hash> leaves, List<Hash> proof) {
        SubsetRoot subset = new SubsetRoot(HashAlgorithm.SHA_256, size, ranges.iterator(), proof.iterator());
        while (subset.hasNext()) {
            subset.leaf(leaves.get((int) subset.next()));
        }
        return subset.root();
    }

    private static Set<Integer> someOf(int size, Random random) {
        Set<Integer> chosen = new HashSet<>();
        double density = random.nextInt(5) / 4.0;
        int run = 1 + random.nextInt(40);
        for (int from = 0; from < size; from += run) {
            if (random.nextDouble() < density) {
                IntStream.range(from, Math.min(size, from + run)).forEach(chosen::add);
            }
        }
        return chosen;
    }

    private static List<LeafRange> ranges(Set<Integer> chosen, int size) {
        List<LeafRange> ranges = new ArrayList<>();
        int from = -1;
        for (int i = 0; i <= size; i++) {
            boolean in = chosen.contains(i);
            if (in && from < 0) {
                from = i;
            } else if (!in && from >= 0) {
                ranges.add(new LeafRange(from, i));
                from = -1;
            }
        }
        return ranges;
    }

    private static List<Hash> leaves(HashAlgorithm algorithm, int count) {
        TreeHasher hasher = algorithm.treeHasher();
        Iterator<Hash> hashes = Stream.iterate(0, i -> i + 1)
                .map(i -> hasher.leaf(String.valueOf(i).getBytes(StandardCharsets.US_ASCII)))
                .iterator();
        return Stream.generate(hashes::next).limit(count).toList();
    }
}
