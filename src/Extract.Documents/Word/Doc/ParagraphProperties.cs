namespace Extract.Documents.Word.Doc;

/// <summary>A row of a table as its end mark defines it: the borders between its cells in twips, and how cells are merged.</summary>
internal sealed class RowDefinition
{
    /// <summary>The left borders of the cells, and the right border of the last.</summary>
    public List<int> Borders { get; } = [];

    /// <summary>For each cell 0, or which part of a horizontally merged set it is.</summary>
    public List<int> Across { get; } = [];

    /// <summary>For each cell 0, 1 where it goes on with the cell above, 3 where it starts a merged column.</summary>
    public List<int> Down { get; } = [];

    /// <summary>Reads the definition of a table (MS-DOC 2.9.316 TDefTableOperand).</summary>
    public static RowDefinition Read(ReadOnlySpan<byte> operand)
    {
        var row = new RowDefinition();
        if (operand.Length == 0) return row;
        int count = operand[0];
        if (count > 63 || operand.Length < 1 + (count + 1) * 2) return row;
        for (var i = 0; i <= count; i++) row.Borders.Add(System.Buffers.Binary.BinaryPrimitives.ReadInt16LittleEndian(operand[(1 + i * 2)..]));
        var cells = operand[(1 + (count + 1) * 2)..];
        for (var i = 0; i < count; i++)
        {
            var flags = i * 20 + 2 <= cells.Length ? cells[i * 20] | cells[i * 20 + 1] << 8 : 0;
            row.Across.Add(flags & 3);
            row.Down.Add((flags >> 5) & 3);
        }
        return row;
    }
}

/// <summary>What the modifiers of a paragraph say of where it stands.</summary>
internal sealed class ParagraphProperties
{
    private int depth;
    private int fetched;
    private bool inTable;

    /// <summary>How many tables it stands in.</summary>
    public int Depth => depth > 0 ? depth : inTable ? 1 : 0;

    /// <summary>True where it ends a row of the outermost table.</summary>
    public bool EndsRow { get; private set; }

    /// <summary>True where it ends a row of a table inside a table.</summary>
    public bool EndsInnerRow { get; private set; }

    /// <summary>True where it ends a cell of a table inside a table.</summary>
    public bool EndsInnerCell { get; private set; }

    /// <summary>True where it starts a page.</summary>
    public bool BreaksBefore { get; private set; }

    /// <summary>Its style.</summary>
    public int Style { get; set; }

    /// <summary>Its list, from 1; 0 for none, null where its style says.</summary>
    public int? List { get; private set; }

    /// <summary>Its level in the list, from 0.</summary>
    public int? Level { get; private set; }

    /// <summary>The row it ends.</summary>
    public RowDefinition? Row { get; private set; }

    /// <summary>Applies a list of modifiers; those that stand in the data stream are fetched there.</summary>
    public void Apply(ReadOnlySpan<byte> list, Slab data, int nesting = 0)
    {
        for (int step; (step = Sprm.Next(list, out var sprm)) > 0; list = list[step..])
        {
            switch (sprm.Code)
            {
                case Sprm.InTable: inTable = sprm.IsOn; break;
                case Sprm.RowEnd: EndsRow = sprm.IsOn; break;
                case Sprm.TableDepth: depth = (int)Math.Min(sprm.Long, 64); break;
                case Sprm.InnerCell: EndsInnerCell = sprm.IsOn; break;
                case Sprm.InnerRowEnd: EndsInnerRow = sprm.IsOn; break;
                case Sprm.PageBreakBefore: BreaksBefore = sprm.IsOn; break;
                case Sprm.ListLevel: Level = sprm.Byte; break;
                case Sprm.List: List = sprm.Word > 0x7FF ? 0 : sprm.Word; break;
                case Sprm.Table: Row = RowDefinition.Read(sprm.Operand); break;
                case Sprm.VerticalMerge when Row is { } row && sprm.Operand.Length >= 2 && sprm.Operand[0] < row.Down.Count:
                    row.Down[sprm.Operand[0]] = sprm.Operand[1] & 3;
                    break;
                case Sprm.Merge when Row is { } row && sprm.Operand.Length >= 2:
                    for (int i = sprm.Operand[0]; i < Math.Min(sprm.Operand[1], row.Across.Count); i++) row.Across[i] = i == sprm.Operand[0] ? 1 : 2;
                    break;
                case Sprm.Huge or Sprm.HugeOld or Sprm.TableProperties when nesting < 4 && fetched++ < 8:
                    Apply(data.Part(sprm.Long + 2, data.Word(sprm.Long)).Span, data, nesting + 1);
                    break;
            }
        }
    }
}
